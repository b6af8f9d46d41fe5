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
