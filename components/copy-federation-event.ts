import type { FederationEventMap } from '../src/browser/federation-api.js';
import { RemoteEvent, WarningEvent } from '../src/browser/federation-events.js';

/** The same event once more, to be dispatched on another target. */
export function copyFederationEvent(event: FederationEventMap[keyof FederationEventMap]): RemoteEvent | WarningEvent {
  if ('warning' in event) return new WarningEvent(event.warning);
  return new RemoteEvent(event.type as 'remoteload' | 'remoteerror', event.remote);
}
