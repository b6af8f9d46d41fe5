import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { Effort } from './effort.js';
import type { Offer } from './offer.js';
import { solve } from './solve.js';

const count = (family: readonly Offer[], packageName: string): number =>
  family.filter(({ terms, users }) => terms.packageName === packageName && users > 0).length;

describe('solve', () => {
  it('costs two copies of React, if ten remotes are on one major and ten on another', () => {
    const family = familyOf(
      Array.from({ length: 20 }, (_, index) => {
        const version = `${18 + (index % 2)}.${index % 3}.0`;
        const dom: SharedFacts = { version, range: `^${version}`, imports: { react: `^${version}` } };
        return remote(`r${index}`, { react: `${version} ^${version}`, 'react-dom': dom });
      }),
    );
    solve([family], 'fewest-bytes', new Effort(100_000));
    assert.deepEqual([count(family, 'react'), count(family, 'react-dom')], [2, 2]);
  });

  it('finds the one copy that two can share, although each has a better one alone', () => {
    const family = familyOf([
      remote('a', { lit: { version: '3.1.0', range: '~3.1.0 || 3.3.0', bytes: 10 } }),
      remote('b', { lit: { version: '3.2.0', range: '~3.2.0 || 3.3.0', bytes: 10 } }),
      remote('c', { lit: { version: '3.3.0', range: '^3.3.0', bytes: 15 } }),
    ]);
    solve([family], 'fewest-bytes', new Effort(100_000));
    for (const name of ['a', 'b', 'c']) assert.equal(offerOf(family, name, 'lit').choice.copy?.terms.version, '3.3.0');
  });

  it('gives one copy to two, if its own imports suit both, and two, if they do not', () => {
    const families = ['>=15.0.0', '^15.0.0 || ^16.0.0'].map((core) => {
      const ui: SharedFacts = { version: '1.0.0', range: '*', imports: { core } };
      const family = familyOf(
        ['15', '16'].map((major) => remote(`r${major}`, { core: `${major}.0.0 ^${major}.0.0`, ui })),
      );
      solve([family], 'fewest-bytes', new Effort(100_000));
      return [count(family, 'core'), count(family, 'ui')];
    });
    // A file is wired in one way only: core 15 and core 16 need a ui each.
    assert.deepEqual(families, [
      [2, 2],
      [2, 2],
    ]);
  });

  it('keeps all to their own, if nothing may be spent', () => {
    const family = familyOf(['18.2.0 ^18.0.0', '18.3.0 ^18.1.0'].map((react, index) => remote(`r${index}`, { react })));
    solve([family], 'fewest-bytes', new Effort(0));
    for (const offer of family) assert.equal(offer.choice.copy, offer);
  });

  it('gives each family a share of what may be spent, and the last what is left', () => {
    const families = ['a', 'b', 'c'].map((name) =>
      familyOf(['1.0.0', '1.1.0'].map((version, index) => remote(`r${index}`, { [name]: `${version} ^1.0.0` }))),
    );
    const effort = new Effort(1000);
    const consumers = solve(families, 'fewest-bytes', effort);
    assert.deepEqual(
      families.map((family) => family.filter(({ users }) => users > 0).length),
      [1, 1, 1],
    );
    assert.equal(consumers.length, 3);
    assert.ok(effort.left > 0 && effort.left < 1000);
  });
});
