import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';

describe('the words of an agreement', () => {
  it('come by package and share scope, each with its copies, the most used first', () => {
    const team = { version: '3.0.0', range: '*', shareScope: 'team' };
    const { packages } = negotiate([
      remote('a', { vue: '3.5.0', lit: '2.0.0 ^2.0.0' }),
      remote('b', { lit: '3.0.0 ^3.0.0' }),
      remote('c', { lit: '3.0.0 ^3.0.0' }),
      remote('d', { lit: team }),
    ]);
    assert.deepEqual(
      packages.map(({ packageName, shareScope, copies }) => [
        packageName,
        shareScope,
        copies.map(({ version }) => version),
      ]),
      [
        ['lit', undefined, ['3.0.0', '2.0.0']],
        ['lit', 'team', ['3.0.0']],
        ['vue', undefined, ['3.5.0']],
      ],
    );
  });

  it("put the host's copy first, however few use it", () => {
    const host = remote('h', { lit: '2.0.0 ^2.0.0' });
    const { packages } = negotiate(
      ['a', 'b'].map((name) => remote(name, { lit: '3.0.0 ^3.0.0' })),
      { host },
    );
    assert.deepEqual(
      packages[0]?.copies.map(({ version }) => version),
      ['2.0.0', '3.0.0'],
    );
  });

  it('say what each imports, and keep what was said before', () => {
    const committed = negotiate([remote('a', { lit: '3.0.0', 'lit/a.js': '3.0.0' })]);
    const { packages, warnings } = negotiate([remote('b', { lit: '3.0.0 latest' })], { committed });
    const [first, second] = packages[0]?.decisions ?? [];
    assert.equal(first, committed.packages[0]?.decisions[0]);
    assert.deepEqual(first?.specifiers, ['lit', 'lit/a.js']);
    assert.deepEqual(warnings, [
      { code: 'range-unreadable', remote: 'b', packageName: 'lit', message: second?.sentence },
    ]);
    assert.deepEqual(
      negotiate([remote('c', { lit: '3.0.0' })], {
        committed: negotiate([remote('b', { lit: '3.0.0 latest' })], { committed }),
      }).warnings,
      warnings,
    );
  });
});
