import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createImportMap } from '../../../src/core/create-import-map.js';
import { type NegotiationOptions, negotiate } from '../../../src/core/negotiate.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { judge } from './judge.js';
import { remote, type SharedFacts } from './remote.js';

/** One situation in which other runtimes are known to go wrong, with our outcome. */
interface Case {
  readonly title: string;
  readonly host?: RemoteEntry;
  readonly strict?: boolean;
  readonly entries: readonly RemoteEntry[];
  /** Who arrives when the others are loaded. */
  readonly later?: readonly RemoteEntry[];
  /** As in `cart: react 18.3.1 of reviews`. */
  readonly expected: readonly string[];
  readonly warnings?: readonly string[];
  /** By remote: the facts of its error. */
  readonly failures?: Readonly<Record<string, object>>;
}

const loose = (version: string, range: string): SharedFacts => ({ version, range, strictVersion: false });
const many = (version: string, range: string): SharedFacts => ({ version, range, singleton: false });
const each = (versions: readonly string[], range: string): RemoteEntry[] =>
  versions.map((version, index) => remote(`r${index}`, { a: `${version} ${range}` }));
const shell = (react: string | SharedFacts): RemoteEntry => remote('shell', { react });
const shell18 = shell('18.2.0 ^18.2.0');
const directive = (name: string, range = '^3.0.0'): Record<string, string> => ({
  lit: `3.3.3 ${range}`,
  [`lit/directives/${name}.js`]: `3.3.3 ${range}`,
});
const pair = (version: string, range: string): Record<string, string | SharedFacts> => ({
  react: `${version} ${range}`,
  'react-dom': { version, range: '^18.0.0', imports: { react: version } },
});

const moduleFederation: readonly Case[] = [
  {
    title: 'has 1.0.0, 1.5.0, 1.2.0, 2.0.0; all need ^1.0.0: the newest that fits, and not 1.0.0',
    entries: each(['1.0.0', '1.5.0', '1.2.0', '2.0.0'], '^1.0.0'),
    expected: ['r0: a 1.5.0 of r1', 'r1: a 1.5.0 of r1', 'r2: a 1.5.0 of r1', 'r3: a 1.5.0 of r1'],
  },
  {
    title: 'has 2.0.0, 1.2.0, 1.5.0, 1.0.0; all need ^1.0.0: the same in another order, and not 1.2.0',
    entries: each(['2.0.0', '1.2.0', '1.5.0', '1.0.0'], '^1.0.0'),
    expected: ['r0: a 1.5.0 of r2', 'r1: a 1.5.0 of r2', 'r2: a 1.5.0 of r2', 'r3: a 1.5.0 of r2'],
  },
  {
    title: 'has a singleton at 1.0.0 and 2.0.0; one wishes for ^1.0.0: 1.0.0, which fits, without a warning',
    entries: [remote('a', { a: loose('1.0.0', '^1.0.0') }), remote('b', { a: '2.0.0 >=1.0.0' })],
    expected: ['a: a 1.0.0 of a', 'b: a 1.0.0 of a'],
  },
  {
    title: 'has a strict singleton at 1.0.0 and 2.0.0; one needs ^1.0.0: 1.0.0 for all, which fits',
    entries: [remote('a', { a: '1.0.0 ^1.0.0' }), remote('b', { a: '2.0.0 >=1.0.0' })],
    expected: ['a: a 1.0.0 of a', 'b: a 1.0.0 of a'],
  },
  {
    title: 'has loaded 1.0.0 of a singleton; who comes needs ^2.0.0: its own, and no warning is enough for a condition',
    entries: [remote('a', { a: '1.0.0 ^1.0.0' })],
    later: [remote('b', { a: '2.0.0 ^2.0.0' })],
    expected: ['a: a 1.0.0 of a', 'b: a 2.0.0 of b'],
  },
  {
    title: 'has loaded 1.0.0 of a singleton; who comes wishes for ^2.0.0: no second instance, and a warning',
    entries: [remote('a', { a: '1.0.0 ^1.0.0' })],
    later: [remote('b', { a: loose('2.0.0', '^2.0.0') })],
    expected: ['a: a 1.0.0 of a', 'b: a 1.0.0 of a'],
    warnings: ['b: outside-range'],
  },
  {
    title: 'has what is no singleton at 1.0.0 (host), 1.5.0 and 2.0.0: the host keeps its own, and so 1.5.0 joins it',
    host: shell(many('1.0.0', '^1.0.0')),
    entries: [remote('r1', { react: many('1.5.0', '^1.0.0') }), remote('r2', { react: many('2.0.0', '^2.0.0') })],
    expected: ['shell: react 1.0.0 of shell', 'r1: react 1.0.0 of shell', 'r2: react 2.0.0 of r2'],
  },
  {
    title: 'has what is no singleton at 1.0.0, 1.5.0 and 2.0.0, without a host: not the oldest',
    entries: [
      remote('r0', { a: many('1.0.0', '^1.0.0') }),
      remote('r1', { a: many('1.5.0', '^1.0.0') }),
      remote('r2', { a: many('2.0.0', '^2.0.0') }),
    ],
    expected: ['r0: a 1.5.0 of r1', 'r1: a 1.5.0 of r1', 'r2: a 2.0.0 of r2'],
  },
  {
    title: 'a host on 18.2, remotes on 18.3 and 19: nobody upgrades the host, 18.3 joins it, 19 is alone',
    host: shell18,
    entries: [remote('r1', { react: '18.3.1 ^18.0.0' }), remote('r2', { react: '19.0.0 ^19.0.0' })],
    expected: ['shell: react 18.2.0 of shell', 'r1: react 18.2.0 of shell', 'r2: react 19.0.0 of r2'],
  },
  {
    title: 'the same, strict: who cannot join fails, with both sides named',
    host: shell18,
    strict: true,
    entries: [remote('r1', { react: '18.3.1 ^18.0.0' }), remote('r2', { react: '19.0.0 ^19.0.0' })],
    expected: ['shell: react 18.2.0 of shell', 'r1: react 18.2.0 of shell'],
    failures: { r2: { dependency: 'react', shared: '18.2.0', sharedBy: 'shell', wanted: '^19.0.0', wantedBy: 'r2' } },
  },
  {
    title: 'no singleton in the host, a singleton in the remote: each gets what it accepts',
    host: shell(many('18.2.0', '^18.2.0')),
    entries: [remote('r1', { react: '19.0.0 ^19.0.0' })],
    expected: ['shell: react 18.2.0 of shell', 'r1: react 19.0.0 of r1'],
  },
  {
    title: 'a singleton in the host, none in the remote: each gets what it accepts',
    host: shell18,
    entries: [remote('r1', { react: many('19.0.0', '^19.0.0') })],
    expected: ['shell: react 18.2.0 of shell', 'r1: react 19.0.0 of r1'],
  },
  {
    title: 'a remote on a canary, the host on ^18.2.0: it becomes nobody else’s version',
    host: shell18,
    entries: [remote('r1', { react: '18.4.0-canary.1 ^18.4.0-canary.1' }), remote('r2', { react: '18.2.0 ^18.2.0' })],
    expected: ['shell: react 18.2.0 of shell', 'r1: react 18.4.0-canary.1 of r1', 'r2: react 18.2.0 of shell'],
  },
  {
    title: 'only a release candidate, and ^1.5.0 needed: its own copy',
    entries: [remote('a', { b: '1.5.0-rc.1 1.5.0-rc.1' }), remote('c', { b: '1.5.1 ^1.5.0' })],
    expected: ['a: b 1.5.0-rc.1 of a', 'c: b 1.5.1 of c'],
  },
  {
    title: 'a range that is none: its own copy, and a warning, singleton or not',
    entries: [
      remote('a', { a: '1.0.0 alpha', b: many('1.0.0', 'alpha') }),
      remote('c', { a: '1.0.0 ^1.0.0', b: many('1.0.0', '^1.0.0') }),
    ],
    expected: ['a: a 1.0.0 of a', 'c: a 1.0.0 of a', 'a: b 1.0.0 of a', 'c: b 1.0.0 of a'],
    warnings: ['a: range-unreadable', 'a: range-unreadable'],
  },
  {
    title: 'a newer singleton that comes later: the loaded one stays, without a warning, because the range accepts it',
    entries: [remote('a', { react: '18.2.0 ^18.0.0' })],
    later: [remote('b', { react: '18.3.1 ^18.0.0' })],
    expected: ['a: react 18.2.0 of a', 'b: react 18.2.0 of a'],
  },
  {
    title: 'a package that is imported and that nobody provides: an error that names both',
    entries: [remote('a', { lit: '3.3.3 ^3.0.0' }, { uses: ['lit', 'vue'] }), remote('b', { lit: '3.3.3 ^3.0.0' })],
    expected: ['b: lit 3.3.3 of b'],
    failures: { a: { remote: 'a', specifier: 'vue' } },
  },
];

const nativeFederation: readonly Case[] = [
  {
    title: 'a strict conflict: the error names the package, both versions and both remotes',
    strict: true,
    entries: [
      remote('a', { react: '18.3.1 ^18.0.0' }),
      remote('b', { react: '19.2.0 ^19.0.0' }),
      remote('c', { react: '19.2.0 ^19.0.0' }),
    ],
    expected: ['b: react 19.2.0 of b', 'c: react 19.2.0 of b'],
    failures: { a: { dependency: 'react', shared: '19.2.0', sharedBy: 'b', wanted: '^18.0.0', wantedBy: 'a' } },
  },
  {
    title: 'a strict range that is not met, by default: its own copy',
    entries: [remote('a', { lit: '3.3.3 ^3.3.0' }), remote('b', { lit: '3.2.0 ~3.2.0' })],
    expected: ['a: lit 3.3.3 of a', 'b: lit 3.2.0 of b'],
  },
  {
    title: 'two that lose alike: one copy for both, not one for each',
    entries: [
      remote('a', { lit: '3.3.3 ^3.3.0' }),
      remote('b', { lit: '3.2.0 ~3.2.0' }),
      remote('c', { lit: '3.2.1 ~3.2.0' }),
      remote('d', { lit: '3.3.3 ^3.3.0' }),
      remote('e', { lit: '3.3.3 ^3.3.0' }),
    ],
    expected: ['a: lit 3.3.3 of a', 'b: lit 3.2.1 of c', 'c: lit 3.2.1 of c', 'd: lit 3.3.3 of a', 'e: lit 3.3.3 of a'],
  },
  {
    title: 'two inits, ~18.2.0 and then ^18.3.0, both strict: each on its version',
    entries: [remote('a', { react: '18.2.0 ~18.2.0' })],
    later: [remote('b', { react: '18.3.1 ^18.3.0' })],
    expected: ['a: react 18.2.0 of a', 'b: react 18.3.1 of b'],
  },
  {
    title: 'the same lit with different directives: none is torn, each has all of lit from one copy',
    entries: [remote('a', directive('repeat')), remote('b', directive('class-map'))],
    expected: ['a: lit 3.3.3 of a', 'b: lit 3.3.3 of b'],
  },
  {
    title: 'a host with lit, a remote with lit and a directive: each has all of lit from one copy',
    host: remote('shell', { lit: '3.3.3 ^3.0.0' }),
    entries: [remote('a', directive('repeat'))],
    expected: ['shell: lit 3.3.3 of shell', 'a: lit 3.3.3 of a'],
  },
  {
    title: 'a host with lit and a directive, a remote with lit: one copy',
    host: remote('shell', directive('repeat')),
    entries: [remote('a', { lit: '3.3.3 ^3.0.0' })],
    expected: ['shell: lit 3.3.3 of shell', 'a: lit 3.3.3 of shell'],
  },
  {
    title: 'react apart from react-dom: the two of one remote move together',
    entries: [remote('a', pair('18.2.0', '~18.2.0')), remote('b', pair('18.3.1', '^18.3.0'))],
    expected: ['a: react 18.2.0 of a', 'b: react 18.3.1 of b', 'a: react-dom 18.2.0 of a', 'b: react-dom 18.3.1 of b'],
  },
  {
    title: 'react and react-dom, where all accept the newer pair: one pair',
    entries: [remote('a', pair('18.2.0', '^18.0.0')), remote('b', pair('18.3.1', '^18.0.0'))],
    expected: ['a: react 18.3.1 of b', 'b: react 18.3.1 of b', 'a: react-dom 18.3.1 of b', 'b: react-dom 18.3.1 of b'],
  },
  {
    title: 'ranges of several parts: read as npm reads them',
    entries: [remote('a', { react: '18.3.1 ^17.0.0 || ^18.0.0' }), remote('b', { react: '17.0.2 >=16.8.0 <18.0.0' })],
    expected: ['a: react 17.0.2 of b', 'b: react 17.0.2 of b'],
  },
];

for (const [about, cases] of Object.entries({ moduleFederation, nativeFederation })) {
  describe(`where others go wrong: ${about}`, () => {
    for (const { title, host, strict = false, entries, later, expected, warnings = [], failures = {} } of cases) {
      it(title, () => {
        const options: NegotiationOptions = { strict, ...(host && { host }) };
        const first = negotiate(entries, options);
        const agreement = later ? negotiate(later, { ...options, committed: first }) : first;
        const decisions = agreement.packages.flatMap((agreed) => agreed.decisions);
        const given = decisions.map(
          ({ consumer, copy }) => `${consumer}: ${copy.packageName} ${copy.version} of ${copy.provider}`,
        );
        assert.deepEqual(given, expected);
        assert.deepEqual(
          agreement.warnings.map(({ remote, code }) => `${remote}: ${code}`),
          warnings,
        );
        assert.deepEqual(
          Object.fromEntries([...agreement.failures].map(([name, { details }]) => [name, details])),
          failures,
        );
        assert.deepEqual(judge(agreement.entries, createImportMap(agreement), host).broken, []);
      });
    }
  });
}
