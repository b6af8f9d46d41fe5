import type { AppMount, MountContext, Props } from './mount.js';

/** What the adapter needs of Svelte 5: from `svelte`, and `createSubscriber` from `svelte/reactivity`. */
export interface Svelte {
  readonly mount: (component: never, options: never) => object;
  readonly unmount: (instance: never) => unknown;
  readonly flushSync: () => unknown;
  readonly createSubscriber: (start: (update: () => void) => () => void) => () => void;
}

/** The same, as it is called here. */
interface SvelteCalls extends Svelte {
  mount(
    component: unknown,
    options: { target: HTMLElement | ShadowRoot; props: Props; context: Map<unknown, unknown> },
  ): object;
  unmount(instance: object): unknown;
}

/**
 * Makes `mount` of a Svelte 5 component, whose props are those of the tag.
 *
 * `getContext('federation')` gives it the `MountContext`, whose fields are reactive. Changed props update it and keep
 * its state. What it throws as it is made rejects `mount`, and what it throws as it is updated rejects `update`.
 *
 * @example
 * ```ts
 * import { flushSync, mount as mountComponent, unmount } from 'svelte';
 * import { createSubscriber } from 'svelte/reactivity';
 * import { toMount } from 'federation-elements/adapters/svelte';
 *
 * export const mount = toMount(Cart, { mount: mountComponent, unmount, flushSync, createSubscriber });
 * ```
 */
export function toMount(component: unknown, svelte: Svelte): AppMount {
  const { mount, unmount, flushSync, createSubscriber } = svelte as SvelteCalls;
  return async (target, given) => {
    let current = given;
    let tellChange = (): void => {};
    const subscribe = createSubscriber((update) => {
      tellChange = update;
      return () => {
        tellChange = () => {};
      };
    });
    // Whoever reads a prop depends on all of them: which of them have changed is nobody's business here.
    const read = (): MountContext => {
      subscribe();
      return current;
    };
    const instance = mount(component, {
      target,
      props: createView(() => read().props),
      context: new Map([['federation', createView(read)]]),
    });
    try {
      flushSync();
    } catch (error) {
      await unmount(instance);
      throw error;
    }
    return {
      async update(_props, next) {
        current = next;
        tellChange();
        flushSync();
      },
      async unmount() {
        await unmount(instance);
      },
    };
  };
}

/** An object that has whatever another one has at the moment. */
function createView<Value extends object>(read: () => Value): Value {
  return new Proxy({} as Value, {
    get: (_, key) => Reflect.get(read(), key),
    has: (_, key) => Reflect.has(read(), key),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor(_, key) {
      const descriptor = Reflect.getOwnPropertyDescriptor(read(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}
