import { expect } from '@esm-bundle/chai';
import { createDeferred } from './deferred.js';

describe('createDeferred', () => {
  it('gives a promise that is settled once, from outside', async () => {
    const deferred = createDeferred<string>();
    expect(deferred.isSettled).to.equal(false);
    deferred.resolve('first');
    deferred.reject(new Error('too late'));
    expect(deferred.isSettled).to.equal(true);
    expect(await deferred.promise).to.equal('first');
  });

  it('hands on a rejection to those who wait', async () => {
    const deferred = createDeferred<string>();
    deferred.reject('reason');
    expect(await deferred.promise.catch((reason: unknown) => reason)).to.equal('reason');
  });

  it('keeps quiet about a rejection that nobody waits for', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): unknown => unhandled.push(event.reason);
    addEventListener('unhandledrejection', listen);
    createDeferred().reject('nobody cares');
    await new Promise((resolve) => setTimeout(resolve, 20));
    removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
  });
});
