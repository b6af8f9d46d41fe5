/** A promise that is settled from outside, once; one that nobody waits for may reject unnoticed. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly isSettled: boolean;
  resolve(value: Value): void;
  reject(reason: unknown): void;
}

/** Creates a promise that is yet to be settled. */
export function createDeferred<Value>(): Deferred<Value> {
  let settle: { resolve(value: Value): void; reject(reason: unknown): void } | undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => {});
  const take = (): typeof settle => {
    const taken = settle;
    settle = undefined;
    return taken;
  };
  return {
    promise,
    get isSettled() {
      return settle === undefined;
    },
    resolve: (value) => take()?.resolve(value),
    reject: (reason) => take()?.reject(reason),
  };
}
