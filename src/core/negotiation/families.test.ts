import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { packagesOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { groupFamilies } from './families.js';
import { readParticipants } from './read-participants.js';

const needs = (...names: string[]): SharedFacts => ({
  version: '1.0.0',
  imports: Object.fromEntries(names.map((name) => [name, '*'])),
});

describe('groupFamilies', () => {
  it('puts packages together that any dependency connects, in whichever remote', () => {
    const entries = [
      remote('a', { a: '1.0.0', b: needs('a'), c: needs('d'), d: '1.0.0' }),
      remote('b', { b: '1.0.0', c: needs('b'), e: '1.0.0' }),
    ];
    const families = groupFamilies(readParticipants(entries, undefined)).map((offers) =>
      [...new Set(offers.map(({ terms }) => terms.packageName))].sort().join(),
    );
    assert.deepEqual(families.sort(), ['a,b,c,d', 'e']);
  });

  it('walks a long chain', () => {
    const chain = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`p${index}`, needs(`p${index + 1}`)]));
    assert.equal(groupFamilies(readParticipants([remote('a', { ...chain, p400: '1.0.0' })], undefined)).length, 1);
  });
});

describe('rate', () => {
  const sizes = (...entries: ReturnType<typeof remote>[]): (number | undefined)[] =>
    packagesOf(entries)
      .get('a')
      ?.map(({ bytes }) => bytes) ?? [];

  it('knows what each copy adds to the page', () => {
    assert.deepEqual(sizes(remote('a', { a: { bytes: 10 } }), remote('b', { a: { bytes: 20 } })), [10, 20]);
  });

  it('takes all copies for equal, where one does not tell its size', () => {
    assert.deepEqual(
      sizes(remote('a', { a: { bytes: 10 } }), remote('b', { a: '1.0.0' }), remote('c', { a: { bytes: 20 } })),
      [20, 20, 20],
    );
    const [one, other] = sizes(remote('a', { a: '1.0.0' }), remote('b', { a: '1.0.0' }));
    assert.equal(one, other);
    assert.ok(one);
  });
});
