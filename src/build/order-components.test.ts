import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderComponents } from './order-components.js';

type Graph = Readonly<Record<string, readonly string[]>>;

const cases: readonly [title: string, graph: Graph, roots: string[], expected: string[][]][] = [
  ['what is referred to first', { a: ['b'], b: ['c'], c: [] }, ['a'], [['c'], ['b'], ['a']]],
  ['what refers to each other together', { a: ['b'], b: ['a', 'c'], c: [] }, ['a'], [['c'], ['a', 'b']]],
  ['what refers to itself alone', { a: ['a'] }, ['a'], [['a']]],
  ['each once', { a: ['c'], b: ['c'], c: [] }, ['a', 'b', 'a'], [['c'], ['a'], ['b']]],
  [
    'two circles that touch as one',
    { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['b', 'e'], e: [] },
    ['a'],
    [['e'], ['a', 'b', 'c', 'd']],
  ],
  ['nothing for nothing', {}, [], []],
];

describe('the order of a graph', () => {
  for (const [title, graph, roots, expected] of cases) {
    it(`has ${title}`, () =>
      assert.deepEqual(
        orderComponents(roots, (node) => graph[node] ?? []),
        expected,
      ));
  }

  it('has no limit of depth', () => {
    const next = (node: string): string[] => (Number(node) < 50_000 ? [String(Number(node) + 1)] : []);
    assert.equal(orderComponents(['0'], next).length, 50_001);
  });
});
