import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';
import { indexOffers } from './index-offers.js';
import { readParticipants } from './read-participants.js';
import { recall } from './recall.js';

describe('recall', () => {
  it('knows who was given what, which copies are in use, and how they are wired', () => {
    const ui: SharedFacts = { version: '1.0.0', range: '*', imports: { core: '*' } };
    const entries = [remote('a', { core: '15.0.0 *', ui }), remote('b', { core: '15.0.0 *', ui })];
    const { participants } = readParticipants([...entries, remote('c', { core: '15.0.0 *' })], undefined);
    recall(negotiate(entries), participants);
    const offerOf = indexOffers(participants);
    assert.equal(offerOf('b', 'core')?.choice.copy, offerOf('a', 'core'));
    assert.equal(offerOf('a', 'ui')?.demands[0]?.choice.copy, offerOf('a', 'core'));
    assert.deepEqual([offerOf('a', 'core')?.users, offerOf('b', 'core')?.users], [1, 0]);
    assert.equal(offerOf('c', 'core')?.choice.copy, undefined);
  });
});
