import { expect } from '@esm-bundle/chai';
import { settleWithin } from './settle-within.js';

const never = new Promise<never>(() => {});
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail(),
    (error) => error,
  );

describe('settleWithin', () => {
  it('gives what the promise gives', async () => {
    const { signal } = new AbortController();
    expect(await settleWithin(Promise.resolve(1), signal)).to.equal(1);
    expect(await failure(settleWithin(Promise.reject(new Error('no')), signal))).to.have.property('message', 'no');
  });

  it('rejects with the reason of the signal as soon as that is aborted, also before', async () => {
    const controller = new AbortController();
    const waiting = failure(settleWithin(never, controller.signal));
    controller.abort('enough');
    expect(await waiting).to.equal('enough');
    expect(await failure(settleWithin(never, controller.signal))).to.equal('enough');
  });

  it('waits as long as it takes, if there is no signal', async () => {
    expect(await settleWithin(Promise.resolve(1), undefined)).to.equal(1);
  });

  it('rejects with another reason, if one is given', async () => {
    const signal = AbortSignal.abort();
    expect(await failure(settleWithin(never, signal, () => 'mine'))).to.equal('mine');
  });

  it('lets no reason go unhandled if it is stopped in the moment in which the promise is settled', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): unknown => unhandled.push(event.reason);
    addEventListener('unhandledrejection', listen);
    const controller = new AbortController();
    const waiting = settleWithin(Promise.resolve(1), controller.signal);
    queueMicrotask(() => controller.abort('too late'));
    expect(await waiting).to.equal(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
  });
});
