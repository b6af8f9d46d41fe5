import { expect } from '@esm-bundle/chai';
import { RemoteEvent, WarningEvent } from '../src/browser/federation-events.js';
import { copyFederationEvent } from './copy-federation-event.js';

describe('copyFederationEvent', () => {
  const remote = { name: 'cart', url: 'https://cart.example/remoteEntry.json', status: 'unloaded' } as const;
  const warning = { code: 'name-differs', remote: 'cart', message: 'It calls itself basket.' };

  for (const event of [
    new RemoteEvent('remoteload', remote),
    new RemoteEvent('remoteerror', remote),
    new WarningEvent(warning),
  ]) {
    it(`gives ${event.type} once more`, () => {
      const copy = copyFederationEvent(event);
      expect(copy).not.to.equal(event);
      expect(copy).to.be.instanceOf(event.constructor);
      expect(copy).to.include(
        event instanceof WarningEvent ? { type: 'warning', warning } : { type: event.type, remote },
      );
    });
  }
});
