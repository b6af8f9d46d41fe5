import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { Conflicts } from './conflicts.js';
import { Effort } from './effort.js';
import { collectWishes } from './wishes.js';

/** Of which packages two remotes cannot be given the same copy. */
function conflictsOf(...remotes: readonly Record<string, string | SharedFacts>[]): readonly string[] {
  const family = familyOf(remotes.map((shared, index) => remote(`r${index}`, shared)));
  const [one, other] = [...new Set(family.map(({ participant }) => participant))];
  assert.ok(one && other);
  const conflicts = new Conflicts(collectWishes(family, new Effort(1000)) ?? []);
  assert.deepEqual(conflicts.between(other, one), conflicts.between(one, other));
  return conflicts.between(one, other);
}

describe('Conflicts', () => {
  it('are of packages of which nobody ships a copy that both accept', () => {
    const one = { react: '18.0.0 ^18.0.0', lit: '3.0.0 ^3.0.0', vue: '3.0.0 ^3.0.0' };
    assert.deepEqual(conflictsOf(one, { react: '19.0.0 ^19.0.0', lit: '3.1.0 ^3.1.0', svelte: '5.0.0 ^5.0.0' }), [
      'react',
    ]);
  });

  it('are not of packages of which somebody else ships one', () => {
    const [one, other] = ['18.0.0 ^18.0.0 || 19.1.0', '19.0.0 ^19.0.0'] as const;
    assert.deepEqual(conflictsOf({ react: one }, { react: other }, { react: '19.1.0 19.1.0' }), []);
  });

  it('are not of packages of which copies may coexist', () => {
    const other = { version: '4.0.0', range: '^4.0.0', singleton: false };
    assert.deepEqual(conflictsOf({ lodash: '3.0.0 ^3.0.0' }, { lodash: other }), []);
  });

  it('are not of packages of which only some of their copies disagree', () => {
    const ui = (range: string): SharedFacts => ({ version: '1.0.0', range: '^1.0.0', imports: { react: range } });
    const one = { react: '18.0.0 ^18.0.0', ui: ui('>=18.0.0') };
    assert.deepEqual(conflictsOf(one, { react: '19.0.0 ^19.0.0', ui: ui('^19.0.0') }), []);
    assert.deepEqual(conflictsOf({ ...one, ui: ui('^18.0.0') }, { react: '19.0.0 ^19.0.0', ui: ui('^19.0.0') }), [
      'react',
    ]);
  });
});
