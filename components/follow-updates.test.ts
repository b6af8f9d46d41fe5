import { expect } from '@esm-bundle/chai';
import { createFederation } from '../src/browser/create-federation.js';
import type { RemoteState } from '../src/browser/federation-api.js';
import { RemoteEvent } from '../src/browser/federation-events.js';
import { parseRemoteEntry } from '../src/core/parse-remote-entry.js';
import { createRemote } from '../test/browser/support/tags.js';
import './define.js';
import { followUpdates } from './follow-updates.js';

/** Tells of a new build of a remote, which calls itself like this. */
function update(name: string, alias = name): void {
  const url = 'http://localhost:1/remoteEntry.json';
  const entry = parseRemoteEntry({ name: alias, exposes: [], shared: [] }, url, { name });
  const remote: RemoteState = { name, url, status: 'loaded', entry };
  createFederation().dispatchEvent(new RemoteEvent('remoteupdate', remote));
}

describe('a tag hears of a new build', () => {
  for (const [title, attributes, name, alias, hears] of [
    ['of its remote', { remote: 'cart' }, 'cart', 'cart', true],
    ['of its remote, by the name that this gives itself', { remote: 'cart' }, 'shop', 'cart', true],
    ['of no other remote', { remote: 'cart' }, 'badge', 'badge', false],
  ] as const) {
    it(title, async () => {
      const ending = new AbortController();
      let calls = 0;
      createFederation();
      await followUpdates(createRemote(attributes), ending.signal, () => calls++);
      update(name, alias);
      ending.abort();
      update(name, alias);
      expect(calls).to.equal(hears ? 1 : 0);
    });
  }
});
