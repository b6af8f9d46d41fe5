import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';

import { type RemoteFacts, remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { createImportMap } from '../create-import-map.js';
import { negotiate } from '../negotiate.js';
import type { RemoteEntry } from '../remote-entry.js';
import { agreeByAll } from './agree-by-all.js';

type Shared = Readonly<Record<string, string | SharedFacts>>;

interface Case {
  readonly title: string;
  readonly remotes: readonly (Shared | readonly [Shared, RemoteFacts])[];
  readonly host?: string;
  /** Who provides which package for all. */
  readonly expected: Readonly<Record<string, string>>;
}

const old = '3.1.0 ^3.0.0';
const cases: readonly Case[] = [
  {
    title: 'settles on the newest copy, if all accept it',
    remotes: [{ lit: old }, { lit: '3.3.0 ^3.0.0' }],
    expected: { lit: 'r1' },
  },
  { title: 'settles on the only copy', remotes: [{ lit: '3.1.0 ^4.0.0' }], expected: { lit: 'r0' } },
  {
    title: 'settles on the copy of the host',
    remotes: [{ lit: old }, { lit: '3.3.0 ^3.0.0' }],
    host: 'r0',
    expected: { lit: 'r0' },
  },
  {
    title: 'leaves out an equal copy that its own range rejects',
    remotes: [{ lit: '3.1.0 ^4.0.0' }, { lit: '3.1.0 ^4.0.0' }],
    expected: {},
  },
  {
    title: 'leaves out what one of them rejects',
    remotes: [{ lit: old, vue: '3.5.0 ^3.0.0' }, { lit: '4.0.0 ^4.0.0' }],
    expected: { vue: 'r0' },
  },
  {
    title: 'leaves out packages that may depend on others of their npm scope',
    remotes: [{ '@x/a': '1.0.0', b: '1.0.0' }],
    expected: { b: 'r0' },
  },
  {
    title: 'leaves out packages of a pool',
    remotes: [{ a: { version: '1.0.0', pool: 'p' }, b: '1.0.0' }],
    expected: { b: 'r0' },
  },
  {
    title: 'leaves out packages of several entry points',
    remotes: [{ a: '1.0.0', 'a/b': '1.0.0', b: '1.0.0' }],
    expected: { b: 'r0' },
  },
  {
    title: 'leaves out packages that a remote with metadata has or imports',
    remotes: [{ a: '1.0.0', b: '1.0.0', c: '1.0.0' }, [{ b: '1.0.0' }, { uses: ['a'] }]],
    expected: { c: 'r0' },
  },
  {
    title: 'leaves out packages that not all may use',
    remotes: [{ a: '1.0.0' }, [{ a: '1.0.0' }, { provides: false }]],
    expected: {},
  },
  { title: 'leaves out ranges that are none', remotes: [{ a: '1.0.0 latest' }], expected: {} },
];

const objectives = ['fewest-bytes', 'newest'] as const;

/** What most builds write, and now and then something else. */
const facts: fc.Arbitrary<SharedFacts> = fc
  .record(
    {
      version: fc.constantFrom('1.0.0', '1.1.0', '1.1.0', '1.2.0', '1.2.0', '2.0.0', '1.3.0-rc.1', 'none'),
      range: fc.constantFrom('^1.0.0', '^1.0.0', '^1.1.0', '>=1.0.0', '*', '~1.1.0', '2.0.0', 'latest'),
      singleton: fc.boolean(),
      strictVersion: fc.boolean(),
      further: fc.constantFrom(
        {},
        {},
        {},
        {},
        {},
        {},
        { shareScope: 'strict' },
        { shareScope: 'team' },
        { pool: 'all' },
      ),
    },
    { requiredKeys: ['version', 'range', 'further'] },
  )
  .map(({ further, ...all }) => ({ ...all, ...further }));
const alike: fc.Arbitrary<SharedFacts> = facts.map((all) => ({ ...all, range: '^1.0.0', version: '1.1.0' }));
const entry: fc.Arbitrary<readonly [Shared, RemoteFacts]> = fc.tuple(
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'd/x', '@x/a', '@x/b'),
    fc.oneof(facts, alike, fc.constant('1.2.0 ^1.0.0')),
  ),
  fc.constantFrom(
    {},
    {},
    {},
    {},
    {},
    { provides: false },
    { uses: ['a'] },
    { chunks: ['chunk-A.js'] },
    { url: 'https://r0.example/remoteEntry.json' },
  ),
);

describe('agreeByAll', () => {
  for (const { title, remotes, host, expected } of cases) {
    it(title, () => {
      const entries = remotes.map((facts, index): RemoteEntry => {
        const [shared, more] = Array.isArray(facts) ? facts : [facts as Shared, {}];
        return remote(`r${index}`, shared, more);
      });
      const agreed = [...agreeByAll(entries, host, 'fewest-bytes').packages.values()];
      assert.deepEqual(
        Object.fromEntries(agreed.map(({ packageName, copies: [copy] }) => [packageName, copy?.provider])),
        expected,
      );
    });
  }

  it('says the same as the negotiation of each offer', () => {
    const committed = negotiate([]);
    let settled = 0;
    const portfolios = fc.tuple(
      fc.array(entry, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom(...objectives),
    );
    fc.assert(
      fc.property(portfolios, ([remotes, isFirstHost, prefer]) => {
        const entries = remotes.map(([shared, facts], index) => remote(`r${index}`, shared, facts));
        const options = { prefer, ...(isFirstHost && { host: entries[0] as RemoteEntry }) };
        const fast = negotiate(entries, options);
        // What is committed, be it nothing, is continued offer by offer.
        const slow = negotiate(entries, { ...options, committed });
        assert.deepEqual(fast.packages, slow.packages);
        assert.deepEqual(fast.warnings, slow.warnings);
        assert.equal(JSON.stringify(createImportMap(fast)), JSON.stringify(createImportMap(slow)));
        settled += agreeByAll(entries, options.host?.name, prefer).packages.size;
      }),
      { numRuns: 1000 },
    );
    assert.ok(settled > 400, `only ${settled} packages were settled`);
  });
});
