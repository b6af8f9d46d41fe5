import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { RemoteEntry } from '../remote-entry.js';
import { Effort } from './effort.js';
import { createChoice, type Offer } from './offer.js';
import { splitFamily } from './split-family.js';

/** The names of the remotes in each circle. */
const circlesOf = (family: readonly Offer[], looks = 1000): string[] =>
  splitFamily(family, new Effort(looks)).map((circle) =>
    [...new Set(circle.map(({ participant }) => participant.entry.name))].sort().join(''),
  );

const react = (name: string, version: string, range = `^${version}`): RemoteEntry => {
  const dom: SharedFacts = { version, range, imports: { react: range } };
  return remote(name, { react: { version, range }, 'react-dom': dom });
};

describe('splitFamily', () => {
  it('parts remotes that can use nothing of each other, with all their packages', () => {
    const family = familyOf([react('a', '18.2.0'), react('b', '19.0.0'), react('c', '18.3.0'), react('d', '19.1.0')]);
    assert.deepEqual(circlesOf(family), ['ac', 'bd']);
    const sizes = splitFamily(family, new Effort(1000)).map(({ length }) => length);
    assert.deepEqual(sizes, [4, 4]);
  });

  it('leaves those together that one remote connects', () => {
    const family = familyOf([react('a', '18.2.0'), react('b', '19.0.0'), react('c', '18.3.0', '^18.0.0 || ^19.0.0')]);
    assert.deepEqual(circlesOf(family), ['abc']);
  });

  it('leaves those together of which one insists on nothing', () => {
    const strict = remote('a', { lit: '2.8.0 ^2.0.0' });
    const loose = remote('b', { lit: { version: '3.0.0', range: '^3.0.0', strictVersion: false } });
    assert.deepEqual(circlesOf(familyOf([strict, loose])), ['ab']);
  });

  it('leaves those together of which a copy of one could use what the other ships', () => {
    const dom = (imports: string): SharedFacts => ({ version: '1.0.0', range: '1.0.0', imports: { core: imports } });
    const family = (imports: string): Offer[] =>
      familyOf([
        remote('a', { core: '1.0.0 ^1.0.0', one: dom(imports) }),
        remote('b', { core: '2.0.0 ^2.0.0', two: dom('^2.0.0') }),
      ]);
    assert.deepEqual(circlesOf(family('^1.0.0')), ['a', 'b']);
    assert.deepEqual(circlesOf(family('>=1.0.0')), ['ab']);
  });

  it('leaves those together of which one lives by a copy of the other', () => {
    const family = familyOf([remote('a', { lit: '2.8.0 ^2.0.0' }), remote('b', { lit: '3.0.0 ^3.0.0' })]);
    assert.deepEqual(circlesOf(family), ['a', 'b']);
    offerOf(family, 'a', 'lit').choice = createChoice(offerOf(family, 'b', 'lit'));
    assert.deepEqual(circlesOf(family), ['ab']);
  });

  describe('of packages that depend on each other', () => {
    const ui = '1.0.0 ^1.0.0';
    const ng = (name: string, core: string | SharedFacts): RemoteEntry =>
      remote(name, { '@ng/core': core, '@ng/ui': ui });

    it('parts those who could share one of them, but not what that depends on', () => {
      const family = familyOf([ng('a', '17.0.0 ^17.0.0'), ng('b', '18.0.0 ^18.0.0'), ng('c', '17.2.0 ^17.0.0')]);
      assert.deepEqual(circlesOf(family), ['ac', 'b']);
    });

    it('leaves those together, if copies may coexist', () => {
      for (const isLoneSingleton of [true, false]) {
        const core = { version: '18.0.0', range: '^18.0.0', singleton: false };
        const family = familyOf([
          ng('a', { version: '17.0.0', range: '^17.0.0', singleton: isLoneSingleton }),
          ng('b', core),
        ]);
        assert.deepEqual(circlesOf(family), ['ab']);
      }
    });

    it('leaves those together, if a third has a copy that suits both', () => {
      const family = familyOf([
        ng('a', '17.0.0 ^17.0.0 || 18.1.0'),
        ng('b', '18.0.0 ^18.0.0'),
        ng('c', '18.1.0 ^18.1.0'),
      ]);
      assert.deepEqual(circlesOf(family), ['abc']);
    });

    it('parts those who say the same only of what they could share', () => {
      const family = familyOf(
        [...'aceg'].map((name, index) => ng(name, `1${7 + (index % 2)}.0.0 ^1${7 + (index % 2)}.0.0`)),
      );
      assert.deepEqual(circlesOf(family), ['ae', 'cg']);
    });
  });

  it('leaves the family whole, if too little may be spent', () => {
    const family = familyOf([react('a', '18.2.0'), react('b', '19.0.0')]);
    assert.deepEqual(circlesOf(family, 2), ['ab']);
  });
});
