import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { RemoteEntry } from '../remote-entry.js';
import { chooseCopy } from './choose-copy.js';
import { type PlainPackage, toPlainPackages } from './plain-packages.js';
import { plainly } from './plainly.js';

/** Who ships the copy of lit that is chosen, by what each remote says of lit; `undefined` if none is plainly. */
function choose(said: readonly (string | SharedFacts)[], isHosted = false): string | undefined {
  return nameOf(
    said.map((lit, index) => remote('abcd'.charAt(index), { lit })),
    isHosted,
  );
}

function nameOf(entries: readonly RemoteEntry[], isHosted = false): string | undefined {
  return plainly(() => entries[chooseCopy(toPlainPackages(entries).get('lit') as PlainPackage, isHosted)]?.name);
}

const sized = (version: string, range: string, bytes: number): SharedFacts => ({ version, range, bytes });
const wish = { version: '3.1.0', range: '^3.0.0', strictVersion: false };

describe('chooseCopy', () => {
  const cases: readonly [title: string, given: Parameters<typeof choose>, expected: string | undefined][] = [
    ['the only one', [['3.1.0 ^3.0.0']], 'a'],
    ['the newest, where no sizes are known', [['3.1.0 ^3.0.0', '3.3.0 ^3.0.0', '3.3.0 ^3.1.0']], 'b'],
    ['the smallest', [[sized('3.3.0', '^3.0.0', 20), sized('3.1.0', '^3.0.0', 10), sized('3.1.0', '^3.0.0', 9)]], 'c'],
    ['the newest of the smallest', [[sized('3.1.0', '^3.0.0', 10), sized('3.3.0', '^3.0.0', 10)]], 'b'],
    [
      'a larger one that all accept, if two would be larger still',
      [[sized('3.1.0', '^3.0.0', 10), sized('3.3.0', '^3.2.0', 15)]],
      'b',
    ],
    [
      'none, if two would be smaller than the one that all accept',
      [[sized('3.1.0', '^3.0.0', 1), sized('3.2.0', '^3.0.0', 1), sized('3.3.0', '^3.3.0', 15)]],
      undefined,
    ],
    ['none, if nobody has one that all accept', [['2.1.0 ^2.0.0', '3.3.0 ^3.0.0']], undefined],
    ['the best, where a range is only a wish', [[wish, '3.3.0 ^3.0.0']], 'b'],
    [
      'none but the best there, because a wish may be waived',
      [[{ ...wish, bytes: 10 }, sized('3.3.0', '^3.2.0', 15)]],
      undefined,
    ],
    ['the host’s', [['3.1.0 ^3.0.0', '3.3.0 ^3.0.0'], true], 'a'],
    ['none, if somebody rejects the host’s', [['3.1.0 ^3.0.0', '3.3.0 ^3.2.0'], true], undefined],
    ['another, if somebody does not accept his own', [['3.1.0 ^3.2.0', '3.3.0 ^3.0.0']], 'b'],
    ['none, if a version is a pre-release', [['3.1.0-rc.1 ^3.0.0', '3.3.0 ^3.0.0']], undefined],
    ['none, if a range takes semver to read', [['3.1.0 >2 <4', '3.3.0 ^3.0.0']], undefined],
    ['what has no range accepts all', [[{ version: '2.0.0' }, '3.3.0 ^3.0.0']], 'b'],
  ];
  for (const [title, given, expected] of cases) {
    it(`chooses ${title}`, () => assert.equal(choose(...given), expected));
  }

  it('chooses only a copy that has all entry points', () => {
    const entries = [
      remote('a', { lit: '3.3.0 ^3.0.0' }),
      remote('b', { lit: '3.1.0 ^3.0.0', 'lit/x': '3.1.0 ^3.0.0' }),
    ];
    assert.equal(nameOf(entries), 'b');
  });
});
