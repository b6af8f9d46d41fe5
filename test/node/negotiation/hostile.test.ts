import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createImportMap } from '../../../src/core/create-import-map.js';
import { negotiate } from '../../../src/core/negotiate.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { judge } from './judge.js';
import { type RemoteFacts, remote, type SharedFacts } from './remote.js';

const many = <Item>(count: number, create: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => create(index));
const record = <Value>(count: number, create: (index: number) => [string, Value]): Record<string, Value> =>
  Object.fromEntries(many(count, create));

/** Far more than any of these takes; a hang would take minutes or for ever. */
const patience = { timeout: 30_000 };

interface Case {
  readonly title: string;
  readonly entries: () => RemoteEntry[];
}

const good = remote('good', { react: '19.2.0 ^19.0.0' });
const facts = (needs: Record<string, string>, version = '1.0.0'): SharedFacts => ({
  version,
  range: '*',
  imports: needs,
});

/** A version and a caret range, of one of some majors. */
const apart = (remote: number, packageNumber: number, majors: number): string => {
  const major = 1 + ((remote * 7 + packageNumber) % majors);
  const minor = (remote + packageNumber) % 20;
  return `${major}.${minor}.0 ^${major}.${minor}.0`;
};

const cases: readonly Case[] = [
  {
    title: 'a range of 100,000 comparators',
    entries: () => [
      remote('evil', { react: { version: '19.2.0', range: many(100_000, (index) => `>=${index}.0.0`).join(' ') } }),
    ],
  },
  {
    title: 'a range of 100,000 alternatives',
    entries: () => [
      remote('evil', { react: { version: '19.2.0', range: many(100_000, (index) => `${index}.0.0`).join('||') } }),
    ],
  },
  {
    title: 'a version of a megabyte',
    entries: () => [remote('evil', { react: { version: `19.2.0-${'a'.repeat(1e6)}`, range: '*' } })],
  },
  {
    title: '10,000 packages in one remote',
    entries: () => [
      remote(
        'evil',
        record(10_000, (index) => [`p${index}`, '1.0.0 *']),
      ),
    ],
  },
  {
    title: '10,000 packages of one npm scope',
    entries: () => [
      remote(
        'evil',
        record(10_000, (index) => [`@x/p${index}`, '1.0.0 *']),
      ),
    ],
  },
  {
    title: '10,000 entry points of one package',
    entries: () =>
      many(3, (n) =>
        remote(
          `e${n}`,
          record(10_000, (index) => [`p/${index}`, '1.0.0 *']),
        ),
      ),
  },
  {
    title: 'packages that all need each other, in several remotes',
    entries: () =>
      many(3, (n) =>
        remote(
          `e${n}`,
          record(60, (index) => [`@x/p${index}`, `1.0.${n} *`]),
        ),
      ),
  },
  {
    title: 'a chain of 5,000 packages',
    entries: () =>
      many(2, (n) =>
        remote(
          `e${n}`,
          record(5000, (index) => [`p${index}`, facts(index > 0 ? { [`p${index - 1}`]: '*' } : {})]),
        ),
      ),
  },
  {
    title: '1,000 remotes',
    entries: () =>
      many(1000, (n) =>
        remote(
          `e${n}`,
          record(10, (index) => [`p${index}`, `1.${n % 7}.0 ^1.0.0`]),
        ),
      ),
  },
  {
    title: '1,000 remotes, each with a version and a range of its own',
    entries: () =>
      many(1000, (n) => remote(`e${n}`, { react: `${1 + (n % 3)}.${n}.0 ^${1 + (n % 3)}.${Math.floor(n / 2)}.0` })),
  },
  {
    title: '4,000 remotes, each with a version of its own that no other accepts',
    entries: () => many(4000, (n) => remote(`e${n}`, { vue: `1.${n}.0 1.${n}.0` })),
  },
  {
    title: '1,000 remotes, each with 50 packages of five majors',
    entries: () =>
      many(1000, (n) =>
        remote(
          `e${n}`,
          record(50, (p) => [`p${p}`, apart(n, p, 5)]),
        ),
      ),
  },
  {
    title: '300 remotes, each with a version and a range of its own of 50 packages',
    entries: () =>
      many(300, (n) =>
        remote(
          `e${n}`,
          record(50, (p) => [`p${p}`, `${(n + p) % 5}.${n}.0 ^${(n + p) % 5}.${n >> 1}.0`]),
        ),
      ),
  },
  {
    title: '100 packages that need each other, in 20 remotes that agree on nothing',
    entries: () =>
      many(20, (n) =>
        remote(
          `e${n}`,
          record(100, (p) => [`@x/p${p}`, apart(n, p, 3)]),
        ),
      ),
  },
  {
    title: '250 pairs of packages, in 30 remotes with different majors',
    entries: () =>
      many(30, (n) =>
        remote(
          `e${n}`,
          record(500, (p) => {
            const [version = '', range = ''] = apart(n, p, 3).split(' ');
            const imports: Record<string, string> = p % 2 ? { [`p${p - 1}`]: '^1.0.0 || ^2.0.0' } : {};
            return [`p${p}`, { version, range, imports }];
          }),
        ),
      ),
  },
  {
    title: 'a chain of 400 packages, in 30 remotes with different majors',
    entries: () =>
      many(30, (n) =>
        remote(
          `e${n}`,
          record(400, (p) => {
            const imports: Record<string, string> = p > 0 ? { [`p${p - 1}`]: '>=1.0.0' } : {};
            return [`p${p}`, { version: `${1 + ((n + p) % 3)}.${n}.0`, range: `^${1 + ((n + p) % 3)}.0.0`, imports }];
          }),
        ),
      ),
  },
  {
    title: '200 remotes that agree on nothing, with packages that need each other',
    entries: () =>
      many(200, (n) => {
        const version = `${n}.0.0`;
        return remote(`e${n}`, {
          core: `${version} ${version}`,
          ui: { version, range: '*', imports: { core: version } },
        });
      }),
  },
];

describe('hostile sizes do not hang the page', () => {
  for (const { title, entries } of cases) {
    it(title, patience, () => {
      const agreement = negotiate([good, ...entries()]);
      const map = createImportMap(agreement);
      const react = agreement.packages.find(({ packageName }) => packageName === 'react');
      assert.equal(agreement.failures.size, 0);
      assert.ok(react?.decisions.some(({ consumer }) => consumer === 'good'));
      assert.ok(Object.keys(map.imports).length > 0);
    });
  }

  it('keeps all promises, also where there is too much to look at', patience, () => {
    const entries = many(150, (n) =>
      remote(
        `e${n}`,
        record(30, (p) => {
          const version = `${1 + ((n + p) % 3)}.${n}.0`;
          const imports: Record<string, string> = p % 2 ? { [`p${p - 1}`]: `>=${version}` } : {};
          return [`p${p}`, { version, range: `>=${1 + ((n + p) % 3)}.${n >> 1}.0`, imports }];
        }),
      ),
    );
    const agreement = negotiate(entries);
    assert.deepEqual(judge(agreement.entries, createImportMap(agreement), undefined).broken, []);
  });

  it('gives what an attacker bids to nobody who did not ask for it', () => {
    const victims = [remote('a', { react: '19.1.0 ^19.0.0' }), good];
    const untrusted: RemoteFacts = { provides: false };
    const agreement = negotiate([...victims, remote('evil', { react: '19.999.0 *' }, untrusted)]);
    const users = agreement.packages.flatMap(({ decisions }) =>
      decisions.filter(({ copy }) => copy.provider === 'evil'),
    );
    assert.deepEqual(users, []);
    assert.deepEqual(judge(agreement.entries, createImportMap(agreement), undefined).broken, []);
  });
});
