import { expect } from '@esm-bundle/chai';
import { Failures } from './failures.js';

describe('Failures', () => {
  let failures: Failures;
  let reported: string[];
  let { onerror } = window;
  beforeEach(() => {
    failures = new Failures();
    reported = [];
    onerror = window.onerror;
    window.onerror = (message) => {
      reported.push(String(message).replace(/^.*: /, ''));
      return true;
    };
  });
  afterEach(() => {
    window.onerror = onerror;
  });

  it('throw the first of those that somebody waits for, and report the others', () => {
    failures.await();
    failures.tell(new Error('first'));
    failures.tell(new Error('second'));
    expect(() => failures.settle()).to.throw('first');
    expect(reported).to.deep.equal(['second']);
  });

  it('throw nothing where nothing failed', () => {
    failures.await();
    failures.settle();
    expect(reported).to.deep.equal([]);
  });

  for (const [when, prepare] of [
    ['before', () => {}],
    ['after', () => [failures.await(), failures.settle()]],
  ] as const) {
    it(`report what nobody waits for: ${when}`, () => {
      prepare();
      failures.tell(new Error('late'));
      expect(reported).to.deep.equal(['late']);
    });
  }
});
