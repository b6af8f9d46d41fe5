import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { indexOffers } from './index-offers.js';
import { readParticipants } from './read-participants.js';

describe('indexOffers', () => {
  it('knows each remote by all its names, and nothing that is not there', () => {
    const url = 'https://a.example/remoteEntry.json';
    const { participants } = readParticipants(
      [remote('a', { lit: '3.3.3' }, { url }), remote('b', { vue: '3.5.0' }), remote('c', {}, { url })],
      undefined,
    );
    const offerOf = indexOffers(participants);
    assert.equal(offerOf('a', 'lit')?.terms.version, '3.3.3');
    assert.equal(offerOf('c', 'lit'), offerOf('a', 'lit'));
    assert.equal(offerOf('b', 'lit'), undefined);
    assert.equal(offerOf('d', 'lit'), undefined);
  });
});
