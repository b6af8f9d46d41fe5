import type { MountTarget } from '../../adapters/mount.js';
import type { MountContext, MountHandle } from '../mount-api.js';
import { type App, asObject, type Contract, type StartApp } from './contract.js';

type Start = (target: MountTarget, context: MountContext) => unknown;

/** The names under which objects offer the same. */
export interface MountObject extends MountHandle {
  readonly mount?: Start;
  readonly render?: Start;
  destroy?(target: MountTarget): unknown;
}

/** Ours: the module exports `mount(target, context)`. */
export const mountContract: Contract = {
  name: 'mount',
  recognise: (exported) => (typeof exported.mount === 'function' ? startObject(exported) : undefined),
};

/** An object with `mount`, or with `render` and `destroy`. */
export const objectContract: Contract = {
  name: 'object',
  recognise(exported, selected) {
    const object = [asObject(selected), exported].find((each) => each?.mount || (each?.render && each.destroy));
    return object && startObject(object);
  },
};

/** A function that is called as `mount` would be. */
export const functionContract: Contract = {
  name: 'function',
  recognise: (_exported, selected) =>
    // A class cannot be called.
    typeof selected === 'function' && !/^class\b/.test(`${selected}`)
      ? async (target, context) => toApp(refuseMarkup(await (selected as Start)(target, context)), {}, target)
      : undefined,
};

/** A component that is called as `mount` gives what it would show: without this, nothing would show. */
function refuseMarkup(result: unknown): unknown {
  if (asObject(result)?.$$typeof) throw new TypeError('it is a component of React; say contract="react"');
  return result;
}

/** Starts an object by its `mount`, else its `render`. */
export function startObject(object: MountObject): StartApp {
  const start = (object.mount ?? object.render) as Start;
  return async (target, context) => toApp(await start.call(object, target, context), object, target);
}

/** Reads what `mount` gave: nothing, a function that cleans up, or a handle. */
function toApp(result: unknown, object: MountObject, target: MountTarget): App {
  if (typeof result === 'function') return { instance: result, unmount: () => result() };
  const handle = (asObject(result) as MountHandle | undefined) ?? object;
  return {
    instance: result,
    update: (props, context) => handle.update?.(props, context),
    suspend: () => handle.suspend?.(),
    resume: () => handle.resume?.(),
    unmount: () => (handle.unmount ? handle.unmount(target) : object.destroy?.(target)),
  };
}
