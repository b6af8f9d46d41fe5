import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';
import type { RemoteEntry } from '../remote-entry.js';
import { Effort } from './effort.js';
import { findConflicts, findMissing } from './find-faults.js';
import { readParticipants } from './read-participants.js';
import { solve } from './solve.js';

describe('findMissing', () => {
  it('finds who gets to a specifier that leads nowhere, by all its names', () => {
    const url = 'https://a.example/remoteEntry.json';
    const lost = (name: string) => remote(name, { lit: '3.3.3' }, { url, uses: ['lit', 'vue'] });
    const family = familyOf([lost('a'), lost('b'), remote('c', { lit: '3.3.3' })]);
    const consumers = solve([family], 'fewest-bytes', new Effort(1000));
    const faults = [...findMissing(consumers)].map(([name, { code, details }]) => [name, code, details]);
    assert.deepEqual(faults, [
      ['a', 'shared-missing', { remote: 'a', specifier: 'vue' }],
      ['b', 'shared-missing', { remote: 'b', specifier: 'vue' }],
    ]);
  });
});

describe('findConflicts', () => {
  it('finds who cannot use what the page shares, of those that arrive', () => {
    const entries = [
      remote('a', { react: '18.0.0 ^18.0.0' }),
      remote('b', { react: '17.0.0 ^17.0.0' }),
      remote('h', { react: '19.0.0 ^19.0.0' }),
    ];
    const agreement = negotiate(entries, { host: entries[2] as (typeof entries)[0] });
    const faults = [...findConflicts(entries.slice(0, 1), readParticipants(entries, 'h').participants, agreement)];
    assert.deepEqual(
      faults.map(([name, { code, details }]) => [name, code, details]),
      [
        [
          'a',
          'version-conflict',
          { dependency: 'react', shared: '19.0.0', sharedBy: 'h', wanted: '^18.0.0', wantedBy: 'a' },
        ],
      ],
    );
  });

  const react = (name: string, version: string, range: string): RemoteEntry => {
    const dom: SharedFacts = { version, range, bytes: 5000, imports: { react: `^${version}` } };
    return remote(name, { react: { version, range, bytes: 1000 }, 'react-dom': dom });
  };
  const failing = (entries: readonly RemoteEntry[], host?: RemoteEntry): string[] =>
    [...negotiate(entries, { strict: true, ...(host && { host }) }).failures.keys()].sort();

  it('finds who insists on another version, and not who was only given that as well', () => {
    const entries = [
      react('shell', '19.1.0', '~19.1.0'),
      react('account', '19.1.0', '~19.1.0'),
      react('cart', '19.2.0', '^19.0.0'),
      react('pin', '19.2.0', '19.2.0'),
    ];
    assert.deepEqual(failing(entries), ['pin']);
  });

  it('finds nobody who only contradicts those who cannot run', () => {
    const host = remote('host', { react: '19.0.0 ^19.0.0' });
    const old = ['a', 'b'].map((name) => remote(name, { react: '18.0.0 ^18.0.0', lit: '2.0.0 ^2.0.0' }));
    const good = remote('good', { react: '19.0.0 ^19.0.0', lit: '3.0.0 ^3.0.0' });
    assert.deepEqual(failing([...old, good], host), ['a', 'b']);
  });

  it('finds all who contradict each other, if nobody else uses what the page shares', () => {
    const entries = [remote('a', { lit: '2.0.0 ^2.0.0' }), remote('b', { lit: '3.0.0 ^3.0.0' })];
    assert.equal(failing(entries).length, 1);
  });
});
