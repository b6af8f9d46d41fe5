import type { AppMount, Mount, MountContext, MountHandle, MountTarget, Props } from './mount.js';

/** One lifecycle of single-spa, or several that follow each other. */
export type Lifecycle = ((props: never) => unknown) | readonly ((props: never) => unknown)[];

/** An app of single-spa, or the config of a parcel. */
export interface Lifecycles {
  readonly bootstrap?: Lifecycle | undefined;
  readonly mount: Lifecycle;
  readonly unmount?: Lifecycle | undefined;
  readonly update?: Lifecycle | undefined;
}

/** What single-spa's `mountRootParcel` takes. */
export interface ParcelConfig {
  bootstrap(props: ParcelProps): Promise<void>;
  mount(props: ParcelProps): Promise<void>;
  update(props: ParcelProps): Promise<void>;
  unmount(props: ParcelProps): Promise<void>;
}

/** What single-spa hands to a lifecycle: custom props, and its own. */
export interface ParcelProps {
  readonly name?: string;
  readonly domElement?: HTMLElement;
  readonly [custom: string]: unknown;
}

/** Each app is bootstrapped once, however often it is mounted. */
const bootstrapped = new WeakMap<Lifecycles, Promise<unknown>>();
let instances = 0;

/**
 * Makes `mount` of the lifecycles of single-spa; a module that exports those themselves is recognised without it.
 *
 * The lifecycles receive the props of the tag, its route as `base` and `params`, `name` (another for each instance,
 * because single-spa's helpers keep what they mounted by name) and `domElement`.
 */
export function toMount(lifecycles: Lifecycles): AppMount {
  return async (target, { props, remote, module, base, params }) => {
    const fixed = { name: `${remote}${module}#${++instances}`, domElement: target };
    const given = { base, params, ...props, ...fixed };
    if (!bootstrapped.has(lifecycles)) bootstrapped.set(lifecycles, run(lifecycles.bootstrap, given));
    await bootstrapped.get(lifecycles);
    await run(lifecycles.mount, given);
    return {
      update: (next, route) => run(lifecycles.update, { base: route.base, params: route.params, ...next, ...fixed }),
      unmount: () => run(lifecycles.unmount, given),
    };
  };
}

async function run(lifecycle: Lifecycle | undefined, props: object): Promise<void> {
  for (const step of [lifecycle].flat()) await (step as ((props: object) => unknown) | undefined)?.(props);
}

/**
 * Makes the lifecycles of single-spa of `mount`, so that a page on single-spa can mount the same module: as an
 * application, or by `mountRootParcel(toParcel(mount), { domElement })`.
 *
 * Without a `domElement` the app goes into the element that single-spa keeps for its name, at the end of the body.
 */
export function toParcel(mount: Mount): ParcelConfig {
  const standing = new Map<
    string | undefined,
    { handle: MountHandle; lifetime: AbortController; target: MountTarget }
  >();
  return {
    async bootstrap() {},
    async mount(given) {
      const target = given.domElement ?? ownElement(given.name);
      const lifetime = new AbortController();
      try {
        const result = await mount(target, createContext(given, target, lifetime.signal));
        const handle = typeof result === 'function' ? { unmount: result } : (result ?? {});
        standing.set(given.name, { handle, lifetime, target });
      } catch (error) {
        lifetime.abort();
        throw error;
      }
    },
    async update(given) {
      const app = standing.get(given.name);
      const context = app && createContext(given, app.target as HTMLElement, app.lifetime.signal);
      if (context) await app.handle.update?.(context.props, context);
    },
    async unmount({ name }) {
      const app = standing.get(name);
      standing.delete(name);
      try {
        await app?.handle.unmount?.(app.target);
      } finally {
        app?.lifetime.abort();
      }
    },
  };
}

function createContext(given: ParcelProps, host: HTMLElement, signal: AbortSignal): MountContext {
  const { name = 'parcel', domElement: _, singleSpa: __, mountParcel: ___, unmountSelf: ____, ...props } = given;
  const emit = (type: string, detail?: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  return { props: props as Props, signal, host, remote: name, module: '.', base: '/', params: {}, emit };
}

/** As single-spa's own helpers do it. */
function ownElement(name: string | undefined): HTMLElement {
  const id = `single-spa-application:${name}`;
  const existing = document.getElementById(id);
  if (existing) return existing;
  const element = document.createElement('div');
  element.id = id;
  document.body.append(element);
  return element;
}
