import { expect } from '@esm-bundle/chai';
import { countWaiting } from './count-waiting.js';

describe('countWaiting', () => {
  it('gives up when the last one leaves, for that one’s reason', () => {
    const reasons: unknown[] = [];
    const wait = countWaiting((reason) => reasons.push(reason));
    const [first, second] = [new AbortController(), new AbortController()];
    wait(first.signal);
    wait(second.signal);
    first.abort('no longer');
    expect(reasons).to.deep.equal([]);
    second.abort('enough');
    expect(reasons).to.deep.equal(['enough']);
  });

  it('does not give up what somebody waits for without end', () => {
    const reasons: unknown[] = [];
    const wait = countWaiting((reason) => reasons.push(reason));
    const leaving = new AbortController();
    wait(leaving.signal);
    wait();
    leaving.abort();
    expect(reasons).to.deep.equal([]);
  });
});
