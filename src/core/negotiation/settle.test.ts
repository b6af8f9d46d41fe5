import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { RemoteEntry } from '../remote-entry.js';
import { Effort } from './effort.js';
import type { Offer } from './offer.js';
import { settle } from './settle.js';

const copiesOf = (family: readonly Offer[]): string[] =>
  family.filter(({ users }) => users > 0).map(({ terms }) => `${terms.packageName} ${terms.version}`);

/** A remote of another tool, which does not tell what imports what, with all packages of an npm scope. */
const scoped = (name: string, version: string): RemoteEntry =>
  remote(
    name,
    Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`@ng/p${index}`, `${version} ^${version}`])),
  );

describe('settle', () => {
  it('needs no search where everybody can use the same copies', () => {
    const family = familyOf([scoped('a', '17.0.0'), scoped('b', '17.0.0')]);
    assert.deepEqual(settle([family], 'fewest-bytes', new Effort(0)), []);
    assert.equal(copiesOf(family).length, 15);
  });

  it('needs none where those of one major can, and those of another', () => {
    const family = familyOf(
      ['17.1.0', '18.0.0', '17.1.0', '18.0.0'].map((version, index) => scoped(`r${index}`, version)),
    );
    assert.deepEqual(settle([family], 'fewest-bytes', new Effort(1_000_000)), []);
    assert.equal(copiesOf(family).length, 30);
  });

  it('searches where some of a major cannot, and tells for whom', () => {
    const strict: SharedFacts = { version: '3.1.0', range: '~3.1.0' };
    const family = familyOf([
      remote('a', { lit: '2.8.0 ^2.0.0' }),
      remote('b', { lit: strict }),
      remote('c', { lit: '3.3.0 ^3.2.0' }),
      remote('d', { lit: '3.0.0 ^3.0.0' }),
    ]);
    const consumers = settle([family], 'fewest-bytes', new Effort(1_000_000));
    const names = consumers.flatMap(({ members }) => members.map(({ entry }) => entry.name));
    assert.deepEqual(names.sort(), ['b', 'c', 'd']);
    assert.deepEqual(copiesOf(family), ['lit 2.8.0', 'lit 3.1.0', 'lit 3.3.0']);
  });

  it('compares ages with all versions of the page, also where only some of them can be used', () => {
    const family = familyOf([remote('a', { lit: '2.8.0 ^2.0.0' }), remote('b', { lit: '3.0.0 ^3.0.0' })]);
    settle([family], 'fewest-bytes', new Effort(1_000_000));
    assert.deepEqual(
      family.map(({ age }) => age),
      [1, 0],
    );
  });
});
