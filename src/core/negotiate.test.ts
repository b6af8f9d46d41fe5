import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../../test/node/negotiation/judge.js';
import { remote, type SharedFacts } from '../../test/node/negotiation/remote.js';
import type { Agreement, ReasonCode } from './agreement.js';
import { createImportMap } from './create-import-map.js';
import { FederationError } from './errors.js';
import { type NegotiationOptions, negotiate } from './negotiate.js';
import type { RemoteEntry } from './remote-entry.js';

/** As in `cart: react 18.3.1 of reviews (shared)`. */
function summarize({ packages }: Agreement): string[] {
  return packages.flatMap(({ decisions }) =>
    decisions.map(({ consumer, copy, reason }) => {
      return `${consumer}: ${copy.packageName} ${copy.version} of ${copy.provider} (${reason})`;
    }),
  );
}

interface Case {
  readonly title: string;
  readonly entries: readonly RemoteEntry[];
  readonly options?: NegotiationOptions;
  readonly expected: readonly string[];
  readonly warnings?: readonly string[];
}

const react18 = { react: '18.3.1 ^18.0.0' };
const react19 = { react: '19.2.0 ^19.0.0' };
const shell = remote('shell', { react: '18.2.0 ^18.2.0' });

const flags: readonly Case[] = [
  {
    title: 'shares the newest copy that all accept',
    entries: [remote('a', { lit: '3.1.0 ^3.0.0' }), remote('b', { lit: '3.3.3 ^3.1.0' })],
    expected: ['a: lit 3.3.3 of b (shared)', 'b: lit 3.3.3 of b (own-shared)'],
  },
  {
    title: 'lets a remote whose range rejects the shared copy bring its own',
    entries: [remote('a', react18), remote('b', react19), remote('c', react19)],
    expected: ['a: react 18.3.1 of a (range)', 'b: react 19.2.0 of b (own-shared)', 'c: react 19.2.0 of b (shared)'],
  },
  {
    title: 'shares among those that reject the shared copy',
    entries: [remote('a', react18), remote('b', react18), ...['c', 'd', 'e'].map((name) => remote(name, react19))],
    expected: [
      'a: react 18.3.1 of a (range)',
      'b: react 18.3.1 of a (range)',
      'c: react 19.2.0 of c (own-shared)',
      'd: react 19.2.0 of c (shared)',
      'e: react 19.2.0 of c (shared)',
    ],
  },
  {
    title: 'gives the host its own copy, although a newer one is there',
    entries: [remote('a', { react: '18.3.1 ^18.0.0' })],
    options: { host: shell },
    expected: ['shell: react 18.2.0 of shell (host)', 'a: react 18.2.0 of shell (shared)'],
  },
  {
    title: 'lets nobody upgrade the host',
    entries: [remote('a', { react: '18.3.1 ^18.3.0' }), remote('b', { react: '18.3.0 ^18.0.0' })],
    options: { host: shell },
    expected: ['shell: react 18.2.0 of shell (host)', 'a: react 18.3.1 of a (range)', 'b: react 18.3.1 of a (newer)'],
  },
  {
    title: 'takes the range of a singleton that is not strict for a wish, and warns',
    entries: [
      remote('a', { react: { version: '18.3.1', range: '^18.0.0', strictVersion: false } }),
      remote('b', react19),
    ],
    expected: ['a: react 19.2.0 of b (outside-range)', 'b: react 19.2.0 of b (own-shared)'],
    warnings: ['a: react (outside-range)'],
  },
  {
    title: 'takes the range of what is no singleton for a condition, strict or not',
    entries: [
      remote('a', { lodash: { version: '3.0.0', range: '^3.0.0', singleton: false, strictVersion: false } }),
      remote('b', { lodash: { version: '4.0.0', range: '^4.0.0', singleton: false, strictVersion: false } }),
    ],
    expected: ['a: lodash 3.0.0 of a (own-shared)', 'b: lodash 4.0.0 of b (range)'],
  },
  {
    title: 'shares inside a share scope only',
    entries: [
      remote('a', { lit: { version: '3.1.0', range: '^3.0.0', shareScope: 'team' } }),
      remote('b', { lit: { version: '3.2.0', range: '^3.0.0', shareScope: 'team' } }),
      remote('c', { lit: '3.3.3 ^3.0.0' }),
    ],
    expected: ['c: lit 3.3.3 of c (only-copy)', 'a: lit 3.2.0 of b (shared)', 'b: lit 3.2.0 of b (own-shared)'],
  },
  {
    title: 'shares equal versions only in the scope "strict"',
    entries: ['3.1.0', '3.1.0', '3.3.3'].map((version, index) =>
      remote(`r${index}`, { lit: { version, range: '^3.0.0', shareScope: 'strict' } }),
    ),
    expected: [
      'r0: lit 3.1.0 of r0 (own-shared)',
      'r1: lit 3.1.0 of r0 (shared)',
      'r2: lit 3.3.3 of r2 (equal-version)',
    ],
  },
  {
    title: 'lets only those provide that may',
    entries: [
      remote('a', { lit: '3.1.0 ^3.0.0' }),
      remote('evil', { lit: '3.999.0 ^3.0.0' }, { provides: false }),
      remote('half', { lit: '3.998.0 ^3.0.0', vue: '3.5.0 ^3.0.0' }, { provides: ['vue'] }),
      remote('z', { vue: '3.4.0 ^3.0.0' }),
    ],
    expected: [
      'a: lit 3.1.0 of a (only-copy)',
      'evil: lit 3.1.0 of a (shared)',
      'half: lit 3.1.0 of a (shared)',
      'half: vue 3.5.0 of half (own-shared)',
      'z: vue 3.5.0 of half (shared)',
    ],
  },
  {
    title: 'takes the copy of the first in the manifest, where all else is equal',
    entries: [remote('a', { lit: '3.3.3 ^3.0.0' }), remote('b', { lit: '3.3.3 ^3.0.0' })],
    options: { order: ['b', 'a'] },
    expected: ['b: lit 3.3.3 of b (own-shared)', 'a: lit 3.3.3 of b (shared)'],
  },
  {
    title: 'takes the copy of the first by name, where the manifest says nothing',
    entries: [remote('b', { lit: '3.3.3 ^3.0.0' }), remote('a', { lit: '3.3.3 ^3.0.0' })],
    expected: ['a: lit 3.3.3 of a (own-shared)', 'b: lit 3.3.3 of a (shared)'],
  },
  {
    title: 'prefers what is smaller, if told so by nobody',
    entries: [
      remote('a', { lit: { version: '3.1.0', range: '^3.0.0', bytes: 10_000 } }),
      remote('b', { lit: { version: '3.3.3', range: '^3.0.0', bytes: 20_000 } }),
    ],
    expected: ['a: lit 3.1.0 of a (own-shared)', 'b: lit 3.1.0 of a (shared)'],
  },
  {
    title: 'prefers what is newer, if told so',
    entries: [
      remote('a', { lit: { version: '3.1.0', range: '^3.0.0', bytes: 10_000 } }),
      remote('b', { lit: { version: '3.3.3', range: '^3.0.0', bytes: 20_000 } }),
    ],
    options: { prefer: 'newest' },
    expected: ['a: lit 3.3.3 of b (shared)', 'b: lit 3.3.3 of b (own-shared)'],
  },
];

const coupled: readonly Case[] = [
  {
    title: 'moves react and react-dom together',
    entries: [
      remote('a', {
        react: '18.2.0 ^18.0.0',
        'react-dom': { version: '18.2.0', range: '^18.0.0', imports: { react: '18.2.0' } },
      }),
      remote('b', {
        react: '18.3.1 ^18.3.0',
        'react-dom': { version: '18.3.1', range: '^18.0.0', imports: { react: '18.3.1' } },
      }),
    ],
    expected: [
      'a: react 18.3.1 of b (shared)',
      'b: react 18.3.1 of b (own-shared)',
      'a: react-dom 18.3.1 of b (shared)',
      'b: react-dom 18.3.1 of b (own-shared)',
    ],
  },
  {
    title: 'never gives a design system that is built on another core',
    entries: [
      remote('a', { core: '15.0.0 ^15.0.0', ui: { version: '2.0.0', range: '^2.0.0', imports: { core: '^15.0.0' } } }),
      remote('b', { core: '16.0.0 ^16.0.0', ui: { version: '2.1.0', range: '^2.0.0', imports: { core: '^16.0.0' } } }),
    ],
    expected: [
      'a: core 15.0.0 of a (own-shared)',
      'b: core 16.0.0 of b (range)',
      'a: ui 2.0.0 of a (own-shared)',
      'b: ui 2.1.0 of b (goes-with)',
    ],
  },
  {
    title: 'takes packages of one npm scope for coupled, where nothing is told',
    entries: [
      remote('a', { '@ng/core': '15.0.0 ^15.0.0', '@ng/forms': '15.1.0 >=15.0.0' }),
      remote('b', { '@ng/core': '16.0.0 ^16.0.0', '@ng/forms': '16.1.0 >=15.0.0' }),
    ],
    expected: [
      'a: @ng/core 15.0.0 of a (own-shared)',
      'b: @ng/core 16.0.0 of b (range)',
      'a: @ng/forms 15.1.0 of a (own-shared)',
      'b: @ng/forms 16.1.0 of b (goes-with)',
    ],
  },
  {
    title: 'takes packages of one pool for coupled',
    entries: ['15', '16'].map((major) =>
      remote(`r${major}`, {
        core: { version: `${major}.0.0`, range: `^${major}.0.0`, pool: 'all' },
        forms: { version: `${major}.1.0`, range: '>=15.0.0', pool: 'all' },
      }),
    ),
    expected: [
      'r15: core 15.0.0 of r15 (own-shared)',
      'r16: core 16.0.0 of r16 (range)',
      'r15: forms 15.1.0 of r15 (own-shared)',
      'r16: forms 16.1.0 of r16 (goes-with)',
    ],
  },
  {
    title: 'guesses nothing else',
    entries: [
      remote('a', { core: '15.0.0 ^15.0.0', forms: '15.1.0 >=15.0.0' }),
      remote('b', { core: '16.0.0 ^16.0.0', forms: '16.1.0 >=15.0.0' }),
    ],
    expected: [
      'a: core 15.0.0 of a (own-shared)',
      'b: core 16.0.0 of b (range)',
      'a: forms 16.1.0 of b (shared)',
      'b: forms 16.1.0 of b (own-shared)',
    ],
  },
  {
    title: 'gives all entry points of a package from one copy, which must have them all',
    entries: [
      remote('a', { lit: '3.3.3 ^3.0.0', 'lit/decorators.js': '3.3.3 ^3.0.0' }),
      remote('b', { lit: '3.3.3 ^3.0.0', 'lit/html.js': '3.3.3 ^3.0.0' }),
    ],
    expected: ['a: lit 3.3.3 of a (own-shared)', 'b: lit 3.3.3 of b (entry-points)'],
  },
  {
    title: 'gives a copy with more entry points than were asked for',
    entries: [
      remote('a', { lit: '3.3.3 ^3.0.0', 'lit/decorators.js': '3.3.3 ^3.0.0' }),
      remote('b', { lit: '3.3.3 ^3.0.0' }),
    ],
    expected: ['a: lit 3.3.3 of a (own-shared)', 'b: lit 3.3.3 of a (shared)'],
  },
];

const versions: readonly Case[] = [
  {
    title: 'gives nobody a pre-release that did not ask for one',
    entries: [remote('a', { react: '18.2.0 ^18.2.0' }), remote('b', { react: '18.4.0-canary.1 >=18.4.0-canary' })],
    expected: ['a: react 18.2.0 of a (own-shared)', 'b: react 18.4.0-canary.1 of b (range)'],
  },
  {
    title: 'keeps to its own where the range is none',
    entries: [
      remote('a', { lit: '3.3.3 latest' }),
      remote('b', { lit: '3.3.3 ^3.0.0' }),
      remote('c', { lit: '3.3.3 ^3.0.0' }),
    ],
    expected: ['a: lit 3.3.3 of a (own-shared)', 'b: lit 3.3.3 of a (shared)', 'c: lit 3.3.3 of a (shared)'],
    warnings: ['a: lit (range-unreadable)'],
  },
  {
    title: 'keeps to its own where the range rejects its own, too',
    entries: [remote('a', { lit: '2.8.0 ^3.0.0' }), remote('b', { lit: '2.8.0 ^2.0.0' })],
    expected: ['a: lit 2.8.0 of a (own-shared)', 'b: lit 2.8.0 of a (shared)'],
  },
  {
    title: 'takes no range for any range, and a missing version for none',
    entries: [remote('a', { lit: {} }), remote('b', { lit: '3.0.0 ^3.0.0' })],
    expected: ['a: lit 3.0.0 of b (shared)', 'b: lit 3.0.0 of b (own-shared)'],
  },
  ...['not-a-version', '018.2.0', ' 18.2.0', 'v18.2.0', `18.2.0-${'a'.repeat(300)}`].map((version) => ({
    title: `gives nobody a copy of the version "${version.slice(0, 20)}"`,
    entries: [remote('a', { react: { version, range: '^18.0.0' } }), remote('b', { react: '18.1.0 ^18.0.0' })],
    expected: ['a: react 18.1.0 of b (shared)', 'b: react 18.1.0 of b (own-shared)'],
  })),
];

for (const [about, cases] of Object.entries({ flags, coupled, versions })) {
  describe(`negotiate: ${about}`, () => {
    for (const { title, entries, options = {}, expected, warnings = [] } of cases) {
      it(title, () => {
        const agreement = negotiate(entries, options);
        assert.deepEqual(summarize(agreement), expected);
        assert.deepEqual(
          agreement.warnings.map(({ remote: name, packageName, code }) => `${name}: ${packageName} (${code})`),
          warnings,
        );
        const map = createImportMap(agreement);
        assert.deepEqual(judge(agreement.entries, map, options.host).broken, []);
      });
    }
  });
}

const told: readonly [reason: ReasonCode, sentence: string, agreement: Agreement][] = [
  [
    'range',
    'a keeps react 18.3.1: its range ^18.0.0 rejects 19.2.0 of b',
    negotiate([remote('a', react18), ...['b', 'c'].map((name) => remote(name, react19))]),
  ],
];

describe('negotiate: reasons', () => {
  for (const [reason, sentence, { packages }] of told) {
    it(`says for ${reason}: ${sentence}`, () => {
      const decision = packages.flatMap(({ decisions }) => decisions).find((decision) => decision.reason === reason);
      assert.equal(decision?.sentence, sentence);
    });
  }
});

describe('negotiate: reasons where copies depend on others', () => {
  it('are not that copies do not go together, where they do', () => {
    const lit = (version: string, range: string): SharedFacts => ({ version, range, bytes: 1000 });
    const html: SharedFacts = { ...lit('1.0.0', '^1.0.0'), imports: { lit: '*' } };
    const entries = [
      ...['a', 'b'].map((name) => remote(name, { lit: lit('1.0.0', '^1.0.0'), 'lit/html': html })),
      remote('c', { lit: lit('1.1.0', '^1.0.0') }),
      remote('d', { lit: lit('1.1.0', '1.1.0') }),
    ];
    const reasons = summarize(negotiate(entries)).filter((text) => text.includes(': lit'));
    assert.deepEqual(reasons, [
      'a: lit 1.0.0 of a (own-shared)',
      'b: lit 1.0.0 of a (shared)',
      'c: lit 1.1.0 of c (newer)',
      'd: lit 1.1.0 of c (range)',
    ]);
  });
});

describe('negotiate: failures', () => {
  it('fails a remote that needs what nobody shares, and no other', () => {
    const { entries, failures } = negotiate([remote('a', react18, { uses: ['react', 'vue'] }), remote('b', react18)]);
    assert.deepEqual(
      entries.map(({ name }) => name),
      ['b'],
    );
    const error = failures.get('a');
    assert.ok(error instanceof FederationError);
    assert.deepEqual([error.code, error.details], ['shared-missing', { remote: 'a', specifier: 'vue' }]);
  });

  it('serves what a remote needs and does not ship from another that does', () => {
    const agreement = negotiate([
      remote('a', react18, { uses: ['react', 'vue'] }),
      remote('b', { vue: '3.5.0 ^3.0.0' }),
    ]);
    assert.equal(agreement.failures.size, 0);
    assert.ok(summarize(agreement).includes('a: vue 3.5.0 of b (shared)'));
  });

  it('fails a remote whose copy needs what nobody shares', () => {
    const ui = { version: '1.0.0', range: '^1.0.0', imports: { core: '^1.0.0' } };
    const { failures } = negotiate([remote('a', { ui }), remote('b', react18)]);
    assert.deepEqual(
      [...failures].map(([name, { code }]) => [name, code]),
      [['a', 'shared-missing']],
    );
  });

  it('fails nobody for the newest versions', () => {
    const react = (version: string, range: string): Record<string, SharedFacts> => ({
      react: { version, range },
      'react-dom': { version, range, imports: { react: `^${version}` } },
    });
    const ds: SharedFacts = { version: '1.0.0', range: '^1.0.0', imports: { react: '^18.0.0' } };
    const shell = remote('shell', { ...react('18.3.1', '^18.0.0'), ds });
    const cart = remote('cart', react('19.2.0', '>=18'), { uses: ['react', 'react-dom', 'ds'] });
    assert.deepEqual(negotiate([shell, cart], { prefer: 'newest' }).failures, new Map());
  });

  it('names both sides, if it is strict and a remote cannot use what the page shares', () => {
    const { entries, failures } = negotiate([remote('a', react18), remote('b', react19), remote('c', react19)], {
      strict: true,
    });
    assert.deepEqual(
      entries.map(({ name }) => name),
      ['b', 'c'],
    );
    assert.equal(failures.get('a')?.code, 'version-conflict');
    assert.deepEqual(failures.get('a')?.details, {
      dependency: 'react',
      shared: '19.2.0',
      sharedBy: 'b',
      wanted: '^18.0.0',
      wantedBy: 'a',
    });
  });

  it('does not mind copies of what is no singleton, even if it is strict', () => {
    const lodash = (version: string) => ({ lodash: { version, range: `^${version}`, singleton: false } });
    assert.equal(
      negotiate([remote('a', lodash('3.0.0')), remote('b', lodash('4.0.0'))], { strict: true }).failures.size,
      0,
    );
  });

  it('takes a wish that is not met for a conflict, if it is strict', () => {
    const loose = { react: { version: '18.3.1', range: '^18.0.0', strictVersion: false } };
    const { failures } = negotiate([remote('a', loose), remote('b', react19)], { strict: true });
    assert.deepEqual([...failures.keys()], ['a']);
  });
});

describe('negotiate: who arrives later', () => {
  it('is given what is loaded, although a newer version comes with it', () => {
    const committed = negotiate([remote('a', { lit: '3.1.0 ^3.0.0' })]);
    const agreement = negotiate([remote('b', { lit: '3.3.3 ^3.0.0' })], { committed });
    assert.deepEqual(summarize(agreement), ['a: lit 3.1.0 of a (only-copy)', 'b: lit 3.1.0 of a (shared)']);
  });

  it('brings its own, if its strict range rejects what is loaded', () => {
    const committed = negotiate([remote('a', { react: '18.2.0 ~18.2.0' })]);
    const agreement = negotiate([remote('b', { react: '18.3.1 ^18.3.0' })], { committed });
    assert.deepEqual(summarize(agreement), ['a: react 18.2.0 of a (only-copy)', 'b: react 18.3.1 of b (range)']);
    const { imports, scopes } = createImportMap(agreement);
    assert.equal(imports.react, 'https://a.example/shared/react@18.2.0/index.js');
    assert.equal(scopes['https://b.example/']?.react, 'https://b.example/shared/react@18.3.1/index.js');
  });

  it('may be negotiated together with those that are there', () => {
    const [a, b] = [remote('a', react18), remote('b', react19)];
    const committed = negotiate([a]);
    assert.deepEqual(negotiate([a, b], { committed }), negotiate([b], { committed }));
  });

  it('does not replace what is there under its name', () => {
    const committed = negotiate([remote('a', react18)]);
    const again = remote('a', react19, { url: 'https://a2.example/remoteEntry.json' });
    assert.deepEqual(summarize(negotiate([again], { committed })), summarize(committed));
  });

  it('may get what somebody failed for want of, and so may that one, when it is tried again', () => {
    const a = remote('a', react18, { uses: ['react', 'vue'] });
    const committed = negotiate([a]);
    assert.equal(committed.failures.size, 1);
    const agreement = negotiate([a, remote('b', { vue: '3.5.0 ^3.0.0' })], { committed });
    assert.equal(agreement.failures.size, 0);
    assert.deepEqual(
      agreement.entries.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('keeps the failures of those that are not tried again', () => {
    const committed = negotiate([remote('a', react18, { uses: ['react', 'vue'] })]);
    assert.deepEqual([...negotiate([remote('b', react18)], { committed }).failures.keys()], ['a']);
  });

  it('is the same remote, if it is the same entry under another name', () => {
    const url = 'https://a.example/remoteEntry.json';
    const committed = negotiate([
      remote('a', react18),
      remote('z', react19),
      remote('y', react19),
      remote('x', react19),
    ]);
    const agreement = negotiate([remote('b', react18, { url })], { committed });
    assert.deepEqual(
      summarize(agreement).filter((line) => line.startsWith('b:')),
      ['b: react 18.3.1 of a (range)'],
    );
  });
});

describe('negotiate: nothing', () => {
  it('agrees on nothing, if there are no remotes', () => {
    const { entries, packages, warnings, failures } = negotiate([]);
    assert.deepEqual([entries, packages, warnings, failures.size], [[], [], [], 0]);
  });

  it('takes the first address, where a name is given twice', () => {
    const [one, other] = ['https://a.example/1.json', 'https://a.example/2.json'].map((url) =>
      remote('a', react18, { url }),
    );
    assert.deepEqual(negotiate([other, one] as RemoteEntry[]).entries, [one]);
  });
});
