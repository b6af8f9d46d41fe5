import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { parseRemoteEntry } from '../parse-remote-entry.js';
import { readParticipants } from './read-participants.js';

describe('readParticipants', () => {
  it('reads one offer for each package, with all its entry points', () => {
    const {
      participants: [participant],
    } = readParticipants([remote('a', { lit: '3.3.3', 'lit/html.js': '3.3.3', vue: '3.5.0' })], 'a');
    assert.deepEqual(
      participant?.offers.map(({ terms }) => terms.packageName),
      ['lit', 'vue'],
    );
    assert.equal(participant?.offers[0]?.entryPoints.length, 2);
    assert.equal(participant?.isHost, true);
    assert.equal(participant?.offers[0]?.terms.isOwnOnly, true);
  });

  it('reads an entry point that is listed twice as it is listed first', () => {
    const point = (version: string, outFileName: string): object => ({ packageName: 'lit', version, outFileName });
    const document = { name: 'a', exposes: [], shared: [point('3.0.0', 'three.js'), point('2.0.0', 'two.js')] };
    const { participants } = readParticipants([parseRemoteEntry(document, 'https://a.example/e.json')], undefined);
    const files = participants[0]?.offers[0]?.entryPoints.map(({ version, file }) => [version, file]);
    assert.deepEqual(files, [['3.0.0', 'three.js']]);
  });

  it('gives a host its own copies, and what it does not ship from others', () => {
    const { participants } = readParticipants([remote('a', { lit: '3.3.3' }, { uses: ['lit', 'vue'] })], 'a');
    assert.deepEqual(
      participants[0]?.offers.map(({ terms }) => [terms.packageName, terms.isOwnOnly]),
      [
        ['lit', true],
        ['vue', false],
      ],
    );
  });

  it('takes one entry under two names for one participant', () => {
    const url = 'https://a.example/remoteEntry.json';
    const { participants } = readParticipants(
      [remote('a', {}, { url }), remote('b'), remote('c', {}, { url })],
      undefined,
    );
    assert.deepEqual(
      participants.map(({ names }) => names),
      [['a', 'c'], ['b']],
    );
  });

  it('notes what the modules import and the remote does not share', () => {
    const {
      participants: [participant],
    } = readParticipants([remote('a', { lit: '3.3.3' }, { uses: ['lit', 'lit/a.js', 'vue'] })], undefined);
    assert.deepEqual(participant?.offers[0]?.terms.specifiers, ['lit', 'lit/a.js']);
    assert.deepEqual(participant?.offers[1]?.terms.specifiers, ['vue']);
    assert.equal(participant?.offers[1]?.terms.isProvided, false);
  });

  it('lets a remote with a crowd of packages keep to itself', () => {
    const crowd = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`@x/p${index}`, '1.0.0']));
    const {
      participants: [participant],
    } = readParticipants([remote('a', crowd)], undefined);
    const { terms, demands } = participant?.offers[0] ?? {};
    assert.deepEqual([terms?.isOwnOnly, terms?.isProvided, demands], [true, false, []]);
  });
});
