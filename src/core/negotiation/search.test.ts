import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { type Consumer, createConsumers } from './consumers.js';
import { Search } from './search.js';

const react = (version: string): string => `${version} ^${version.split('.')[0]}.0.0`;
const begin = (versions: readonly string[]): { search: Search; consumers: Consumer[]; given: () => string[] } => {
  const entries = versions.map((version, index) =>
    remote(`r${index}`, { react: react(version), lit: `3.0.${index} ~3.0.0 || ${version}` }),
  );
  const consumers = createConsumers(familyOf(entries), 'fewest-bytes');
  const search = new Search('fewest-bytes');
  for (const consumer of consumers) search.giveOwn(consumer);
  const given = (): string[] =>
    consumers.flatMap(({ moves }) => moves.map(({ copy }) => `${copy.terms.packageName} ${copy.terms.version}`));
  return { search, consumers, given };
};

describe('Search', () => {
  it('begins with what each ships itself', () => {
    assert.deepEqual(begin(['18.2.0', '19.0.0']).given(), ['react 18.2.0', 'lit 3.0.0', 'react 19.0.0', 'lit 3.0.1']);
  });

  it('improves the answers of some, while those of the others stand', () => {
    const { search, consumers, given } = begin(['18.2.0', '19.0.0']);
    assert.equal(search.improve(consumers.slice(0, 1), 100), true);
    assert.deepEqual(given(), ['react 18.2.0', 'lit 3.0.1', 'react 19.0.0', 'lit 3.0.1']);
  });

  it('leaves all as it was, if nothing is better, or there are no steps left', () => {
    const { search, consumers, given } = begin(['18.2.0', '19.0.0']);
    const before = given();
    assert.equal(search.improve(consumers, 0), false);
    assert.deepEqual(given(), before);
    assert.equal(search.improve(consumers, 1000), true);
    assert.equal(search.improve(consumers, 1000), false);
  });

  it('takes back all that it tried', () => {
    const { search, consumers } = begin(['18.2.0', '19.0.0', '18.3.0']);
    search.improve(consumers, 1000);
    const used = new Set(consumers.flatMap(({ moves }) => moves.map(({ copy }) => copy)));
    for (const { own } of consumers.flatMap(({ demands }) => demands)) assert.equal(own.users > 0, used.has(own));
  });
});
