import { FederationError } from '../core/errors.js';
import { reasonOf } from './reason-of.js';

/** The error of who needs a part of this script that could not be fetched. */
export function scriptUnreachable(url: string, cause: unknown): FederationError<'script-unreachable'> {
  const reason = reasonOf(cause);
  const sentences = `The script ${url} could not be loaded: ${reason}. Deploy it beside federation.js, of the same version.`;
  return new FederationError('script-unreachable', { url, reason }, sentences, { cause });
}
