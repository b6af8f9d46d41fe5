import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';
import { arrive } from './arrive.js';

const [a, b, c] = ['a', 'b', 'c'].map((name) => remote(name)) as [
  ReturnType<typeof remote>,
  ...ReturnType<typeof remote>[],
];
const names = (entries: readonly { name: string }[]): string => entries.map(({ name }) => name).join();

describe('arrive', () => {
  it('orders entries by name, the host first', () => {
    assert.equal(names(arrive([b, a, c] as never, c, undefined)), 'c,a,b');
  });

  it('orders them as the manifest does, and those that it does not name after them', () => {
    assert.equal(names(arrive([a, b, c] as never, undefined, undefined, ['c', 'z', 'b'])), 'c,b,a');
    assert.equal(names(arrive([c, b, a] as never, undefined, undefined, ['c', 'z', 'b'])), 'c,b,a');
  });

  it('leaves out what is committed, and what is given twice', () => {
    assert.equal(names(arrive([c, b, b, a] as never, undefined, negotiate([a]))), 'b,c');
  });
});
