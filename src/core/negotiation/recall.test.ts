import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';
import { readParticipants } from './read-participants.js';
import { recall } from './recall.js';

describe('recall', () => {
  it('knows who was given what, which copies are in use, and how they are wired', () => {
    const ui: SharedFacts = { version: '1.0.0', range: '*', imports: { core: '*' } };
    const entries = [remote('a', { core: '15.0.0 *', ui }), remote('b', { core: '15.0.0 *', ui })];
    const participants = readParticipants([...entries, remote('c', { core: '15.0.0 *' })], undefined);
    recall(negotiate(entries), participants);
    const [a, b, c] = participants.map(({ offers }) => offers);
    assert.equal(b?.get('core')?.choice.copy, a?.get('core'));
    assert.equal(a?.get('ui')?.demands[0]?.choice.copy, a?.get('core'));
    assert.deepEqual([a?.get('core')?.users, b?.get('core')?.users], [1, 0]);
    assert.equal(c?.get('core')?.choice.copy, undefined);
  });
});
