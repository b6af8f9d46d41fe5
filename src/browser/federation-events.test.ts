import { expect } from '@esm-bundle/chai';
import { RemoteEvent, WarningEvent } from './federation-events.js';

describe('an event of a federation', () => {
  it('carries the remote that it is about', () => {
    const remote = { name: 'cart', url: 'https://cart.example/remoteEntry.json', status: 'loading' } as const;
    const event = new RemoteEvent('remoteload', remote);
    expect([event.type, event.remote, event.bubbles]).to.deep.equal(['remoteload', remote, false]);
  });

  it('carries the warning that it is about', () => {
    const warning = { code: 'outside-range', remote: 'cart', message: 'It is.' };
    const event = new WarningEvent(warning);
    expect([event.type, event.warning]).to.deep.equal(['warning', warning]);
  });
});
