import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PortfolioOptions } from '../../../test/node/negotiation/portfolio.js';
import { randomPortfolio } from '../../../test/node/negotiation/random-portfolio.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { Agreement } from '../agreement.js';
import { createThoroughly } from '../create-import-map.js';
import { negotiateThoroughly } from '../negotiate.js';
import { agreePlainly } from './agree-plainly.js';
import { createPlainImportMap } from './create-plain-import-map.js';

const built = (version: string, range: string, imports: SharedFacts['imports'] = {}): SharedFacts => ({
  version,
  range,
  imports,
});
/** What was decided, without where it is mapped. */
const wordsOf = ({ packages, ...others }: Agreement): unknown => ({
  ...others,
  packages: packages.map(({ copies, decisions, ...facts }) => ({
    ...facts,
    copies: copies.map(({ dependencies, scopes: _, imports, ...copy }) => {
      const names = [...dependencies].map(([name, { provider }]) => `${name} of ${provider}`);
      return { ...copy, imports: [...imports].sort(), dependencies: names.sort() };
    }),
    decisions: decisions.map(({ copy, ...decision }) => ({ ...decision, provider: copy.provider })),
  })),
});

describe('agreePlainly', () => {
  it('agrees on one copy of each package, with its reasons', () => {
    const agreement = agreePlainly([remote('b', { lit: '3.1.0 ^3.0.0' }), remote('a', { lit: '3.3.0 ^3.0.0' })], {});
    assert.deepEqual(
      agreement?.packages[0]?.decisions.map(({ reason, sentence }) => [reason, sentence]),
      [
        ['own-shared', 'a keeps lit 3.3.0: the page shares it'],
        ['shared', 'b gets lit 3.3.0 of a: the page shares it, and its range ^3.0.0 accepts it'],
      ],
    );
    assert.equal(agreement?.packages[0]?.decisions, agreement?.packages[0]?.decisions);
  });

  it('links what copies import of each other', () => {
    const entry = remote('a', {
      react: built('19.2.0', '^19.0.0'),
      'react-dom': built('19.2.0', '^19.0.0', { react: '^19.2.0' }),
    });
    const [react, dom] = agreePlainly([entry], {})?.packages.map(({ copies }) => copies[0]) ?? [];
    assert.equal(dom?.dependencies.get('react'), react);
  });

  it('agrees where a remote has the name of a package, and exposes nothing by a specifier of that', () => {
    const react = remote('react', { react: '19.2.0 ^19.0.0', 'react/jsx-runtime': '19.2.0 ^19.0.0' });
    const agreement = agreePlainly([react, remote('lit', { lit: '3.3.0 *' })], {});
    assert.deepEqual(
      agreement?.packages.map(({ packageName }) => packageName),
      ['lit', 'react'],
    );
  });

  it('agrees if nothing is shared, and if there is nobody', () => {
    assert.deepEqual(agreePlainly([remote('a')], {})?.packages, []);
    assert.deepEqual(agreePlainly([], {})?.entries, []);
  });

  const left: readonly [string, Parameters<typeof agreePlainly>][] = [
    ['what the page uses already', [[remote('a')], { committed: negotiateThoroughly([], {}) }]],
    ['whoever prefers the newest', [[remote('a')], { prefer: 'newest' }]],
    [
      'a copy that rejects another that it imports',
      [
        [
          remote('a', { x: built('1.0.0', '*', { y: '^1.0.0' }), y: built('1.0.0', '*') }),
          remote('b', { y: built('2.0.0', '*') }),
        ],
        {},
      ],
    ],
    ['an entry point of the name of an exposed module', [[remote('cart'), remote('b', { 'cart/X': '1.0.0 *' })], {}]],
  ];
  for (const [title, parameters] of left) {
    it(`leaves ${title} to the negotiation`, () => assert.equal(agreePlainly(...parameters), undefined));
  }

  const portfolios: readonly PortfolioOptions[] = [
    { remotes: 2, packages: 3 },
    { remotes: 3, packages: 4, density: 4 },
    { remotes: 2, packages: 3, foreign: true, flags: true },
  ];
  for (const options of portfolios) {
    it(`says what the negotiation says, or nothing: ${JSON.stringify(options)}`, () => {
      let plain = 0;
      fc.assert(
        fc.property(randomPortfolio(options), ({ entries, host }) => {
          const given = host ? { host } : {};
          const agreement = agreePlainly(entries, given);
          if (!agreement) return;
          plain++;
          assert.deepEqual(wordsOf(agreement), wordsOf(negotiateThoroughly(entries, given)));
          assert.deepEqual(createPlainImportMap(agreement), createThoroughly(agreement));
        }),
        { numRuns: 1000 },
      );
      assert.ok(plain > 10, `only ${plain} were plain`);
    });
  }
});
