/** A promise that is settled from outside, once; one that nobody waits for may reject unnoticed. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly isSettled: boolean;
  resolve(value: Value): void;
  reject(reason: unknown): void;
}

/** Creates a promise that is yet to be settled. */
export function createDeferred<Value>(): Deferred<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  let isSettled = false;
  promise.catch(() => {});
  return {
    promise,
    get isSettled() {
      return isSettled;
    },
    resolve(value) {
      isSettled = true;
      resolve(value);
    },
    reject(reason) {
      isSettled = true;
      reject(reason);
    },
  };
}
