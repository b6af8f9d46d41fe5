import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { createParticipants } from './create-participants.js';

describe('createParticipants', () => {
  it('takes one entry under two names for one participant', () => {
    const url = 'https://a.example/remoteEntry.json';
    const participants = createParticipants([remote('a', {}, { url }), remote('b'), remote('c', {}, { url })], 'c');
    assert.deepEqual(
      participants.map(({ names, order, isHost }) => [names, order, isHost]),
      [
        [['a', 'c'], 0, true],
        [['b'], 1, false],
      ],
    );
  });
});
