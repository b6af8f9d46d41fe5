import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Agreement } from '../../../src/core/agreement.js';
import { createImportMap } from '../../../src/core/create-import-map.js';
import type { ImportMap } from '../../../src/core/import-map.js';
import { importMapAdditions } from '../../../src/core/import-map-additions.js';
import { negotiate } from '../../../src/core/negotiate.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { prefixesOf } from '../../../src/core/resolve-specifier.js';
import { fewestBytes, sizeOf } from './exhaustive.js';
import { judge } from './judge.js';
import type { PortfolioOptions } from './portfolio.js';
import { randomPortfolio } from './random-portfolio.js';

interface Case {
  readonly title: string;
  readonly runs: number;
  readonly options: PortfolioOptions;
}

const cases: readonly Case[] = [
  { title: '4 remotes with 5 packages', runs: 400, options: { remotes: 4, packages: 5 } },
  {
    title: '4 remotes with 5 packages, some built by other tools',
    runs: 300,
    options: { remotes: 4, packages: 5, foreign: true },
  },
  { title: '4 remotes with 5 packages and all flags', runs: 300, options: { remotes: 4, packages: 5, flags: true } },
  {
    title: '8 remotes with 6 packages and everything',
    runs: 150,
    options: { remotes: 8, packages: 6, foreign: true, flags: true },
  },
  {
    title: '30 remotes with 10 packages and everything',
    runs: 15,
    options: { remotes: 30, packages: 10, foreign: true, flags: true },
  },
];

describe('negotiate keeps every promise, judged by what a browser would load', () => {
  for (const { title, runs, options } of cases) {
    it(`for ${title}`, () => {
      fc.assert(
        fc.property(randomPortfolio(options), ({ entries, host }) => {
          const agreement = negotiate(entries, host ? { host } : {});
          assert.deepEqual(brokenPromises(agreement, createImportMap(agreement), host), []);
          assert.equal(agreement.failures.size, 0);
        }),
        { numRuns: runs },
      );
    });

    it(`for ${title}, of which some arrive late`, () => {
      fc.assert(
        fc.property(randomPortfolio(options), fc.nat({ max: options.remotes }), ({ entries, host }, count) => {
          const early = host ? [...entries.slice(0, count), host] : entries.slice(0, count);
          const first = negotiate(early, host ? { host } : {});
          const second = negotiate(entries, { committed: first });
          assert.deepEqual(brokenPromises(second, createImportMap(second), host), []);
          assertKept(first, second);
        }),
        { numRuns: runs },
      );
    });

    it(`for ${title}, in whatever order they are given`, () => {
      const shuffled = randomPortfolio(options).chain(({ entries, host }) =>
        fc.tuple(fc.constant({ entries, host }), fc.shuffledSubarray([...entries], { minLength: entries.length })),
      );
      fc.assert(
        fc.property(shuffled, ([{ entries, host }, others]) => {
          const order = entries.map(({ name }) => name).filter((_, index) => index % 3 !== 1);
          for (const options of [{}, { order: order.reverse() }]) {
            const [one, other] = [entries, others].map((list) =>
              negotiate(list, { ...options, ...(host && { host }) }),
            );
            assert.equal(print(other as Agreement), print(one as Agreement));
          }
        }),
        { numRuns: Math.ceil(runs / 5) },
      );
    });
  }
});

describe('negotiate keeps them', () => {
  const options: PortfolioOptions = { remotes: 5, packages: 5, foreign: true, flags: true };

  it('also if it prefers the newest versions', () => {
    fc.assert(
      fc.property(randomPortfolio(options), ({ entries, host }) => {
        const agreement = negotiate(entries, { prefer: 'newest', ...(host && { host }) });
        assert.deepEqual(brokenPromises(agreement, createImportMap(agreement), host), []);
      }),
      { numRuns: 200 },
    );
  });

  it('to those that run, if it is strict', () => {
    fc.assert(
      fc.property(randomPortfolio(options), ({ entries, host }) => {
        const agreement = negotiate(entries, { strict: true, ...(host && { host }) });
        assert.deepEqual(brokenPromises(agreement, createImportMap(agreement), host), []);
        assert.deepEqual(
          agreement.warnings.filter(({ code }) => code === 'outside-range'),
          [],
        );
        const names = [...agreement.entries.map(({ name }) => name), ...agreement.failures.keys()];
        assert.deepEqual(names.sort(), entries.map(({ name }) => name).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('negotiate finds the fewest bytes', () => {
  const small: readonly Case[] = [
    { title: 'built by this project', runs: 1000, options: { remotes: 4, packages: 5 } },
    { title: 'built by several tools', runs: 500, options: { remotes: 4, packages: 5, foreign: true } },
    { title: 'with all flags', runs: 500, options: { remotes: 4, packages: 5, flags: true, foreign: true } },
    { title: 'with two packages', runs: 300, options: { remotes: 6, packages: 2, flags: true } },
  ];
  for (const { title, runs, options } of small) {
    it(`for remotes ${title}: no set of copies that would do is smaller`, () => {
      fc.assert(
        fc.property(randomPortfolio(options), ({ entries, host }) => {
          fc.pre(countCopies(entries) <= 16);
          const agreement = negotiate(entries, host ? { host } : {});
          const bytes = sizeOf(agreement, entries);
          assert.equal(fewestBytes(entries, host, bytes), bytes);
        }),
        { numRuns: runs },
      );
    });

    it(`for remotes ${title}, of which some arrive late`, () => {
      fc.assert(
        fc.property(randomPortfolio(options), fc.nat({ max: options.remotes }), ({ entries }, count) => {
          fc.pre(countCopies(entries) <= 16);
          const committed = negotiate(entries.slice(0, count));
          const agreement = negotiate(entries, { committed });
          const bytes = sizeOf(agreement, entries, committed);
          assert.equal(fewestBytes(entries, undefined, bytes, committed), bytes);
        }),
        { numRuns: runs / 2 },
      );
    });
  }
});

function brokenPromises(agreement: Agreement, map: ImportMap, host: RemoteEntry | undefined): readonly string[] {
  const isWarned = (remote: string, packageName: string): boolean =>
    agreement.warnings.some((warning) => warning.remote === remote && warning.packageName === packageName);
  return judge(agreement.entries, map, host, isWarned).broken;
}

/** What was agreed, and what the browser is told, to the last character. */
function print(agreement: Agreement): string {
  const decisions = agreement.packages.flatMap(({ decisions }) => decisions.map(({ sentence }) => sentence));
  const names = agreement.entries.map(({ name }) => name);
  return JSON.stringify([names, decisions, agreement.warnings, createImportMap(agreement)], null, 1);
}

/** What the page lives by stays: word for word, copy by copy, and in every engine. */
function assertKept(first: Agreement, second: Agreement): void {
  const kept = new Set(second.packages.flatMap(({ decisions, copies }) => [...decisions, ...copies]));
  for (const { decisions, copies } of first.packages) {
    for (const item of [...decisions, ...copies]) assert.ok(kept.has(item));
  }
  const [map, secondMap] = [createImportMap(first), createImportMap(second)];
  const added = importMapAdditions(secondMap, map);
  assert.deepEqual(append(map, added), secondMap);
  for (const { file, specifier } of judge(first.entries, map, undefined).imports) {
    // A rule for what is resolved already is dropped by most engines, and believed by WebKit.
    assert.ok(!Object.hasOwn(added.imports, specifier), `${specifier} for everyone`);
    for (const scope of prefixesOf(file)) {
      assert.ok(!Object.hasOwn(added.scopes[scope] ?? {}, specifier), `${specifier} in ${scope}`);
    }
  }
}

/** What a document has after a map is appended: as the standard says, a rule that is there already stays. */
function append(map: ImportMap, added: ImportMap): ImportMap {
  const scopes: Record<string, Record<string, string>> = { ...added.scopes };
  for (const [scope, rules] of Object.entries(map.scopes)) scopes[scope] = { ...scopes[scope], ...rules };
  const integrity = { ...added.integrity, ...map.integrity };
  return { imports: { ...added.imports, ...map.imports }, scopes, integrity };
}

function countCopies(entries: readonly RemoteEntry[]): number {
  return entries.reduce((sum, { shared }) => sum + new Set(shared.map(({ packageName }) => packageName)).size, 0);
}
