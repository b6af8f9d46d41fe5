import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { type Consumer, createConsumers } from './consumers.js';
import { Effort } from './effort.js';
import { Ledger } from './ledger.js';
import { ask } from './reach.js';
import { Search } from './search.js';

interface Begun {
  readonly consumers: readonly Consumer[];
  readonly ledger: Ledger;
  readonly given: () => string[];
  readonly improve: (some: readonly Consumer[], looks: number) => Search;
}

const react = (version: string): string => `${version} ^${version.split('.')[0]}.0.0`;
/** Remotes that keep to their own, and can share each package if they want. */
const begin = (versions: readonly string[]): Begun => {
  const entries = versions.map((version, index) =>
    remote(`r${index}`, { react: react(version), lit: `3.0.${index} ~3.0.0 || ${version}` }),
  );
  const answers = new Answers('fewest-bytes', new Effort(1000));
  const ledger = new Ledger('fewest-bytes');
  const consumers = createConsumers(familyOf(entries), 'fewest-bytes', answers);
  for (const { demands, reach } of consumers) {
    for (let open = ask(demands); open; ) {
      const move = answers.own(open.demand);
      ledger.give(move);
      open = ask(reach.add(move), open.rest);
    }
  }
  const given = (): string[] =>
    consumers.flatMap(({ reach }) => reach.moves.map(({ copy }) => `${copy.terms.packageName} ${copy.terms.version}`));
  const improve = (some: readonly Consumer[], looks: number): Search =>
    new Search(some, answers, ledger, new Effort(looks));
  return { consumers, ledger, given, improve };
};

describe('Search', () => {
  it('improves the answers of some, while those of the others stand', () => {
    const { consumers, given, improve } = begin(['18.2.0', '19.0.0']);
    assert.deepEqual(given(), ['react 18.2.0', 'lit 3.0.0', 'react 19.0.0', 'lit 3.0.1']);
    assert.equal(improve(consumers.slice(0, 1), 100).run(), true);
    assert.deepEqual(given(), ['react 18.2.0', 'lit 3.0.1', 'react 19.0.0', 'lit 3.0.1']);
  });

  it('leaves all as it was, if nothing is better, or nothing may be spent', () => {
    const { consumers, given, improve } = begin(['18.2.0', '19.0.0']);
    const before = given();
    assert.equal(improve(consumers, 0).run(), false);
    assert.deepEqual(given(), before);
    assert.equal(improve(consumers, 1000).run(), true);
    assert.equal(improve(consumers, 1000).run(), false);
  });

  it('does without a copy, if that is better', () => {
    const { consumers, given, improve } = begin(['18.2.0', '18.3.0']);
    const spared = consumers[1]?.reach.moves[0]?.copy;
    assert.equal(improve(consumers, 1000).run(spared), true);
    assert.deepEqual(given(), ['react 18.2.0', 'lit 3.0.1', 'react 18.2.0', 'lit 3.0.1']);
  });

  it('takes back all that it tried', () => {
    const { consumers, ledger, improve } = begin(['18.2.0', '19.0.0', '18.3.0']);
    improve(consumers, 1000).run();
    const used = new Set(consumers.flatMap(({ reach }) => reach.moves.map(({ copy }) => copy)));
    for (const { own } of consumers.flatMap(({ demands }) => demands)) assert.equal(own.users > 0, used.has(own));
    for (const { reach } of consumers) for (let move = reach.pop(); move; move = reach.pop()) ledger.takeBack(move);
    assert.deepEqual(ledger.cost, [0, 0, 0, 0]);
  });
});
