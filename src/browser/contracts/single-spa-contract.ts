import type { MountContext } from '../mount-api.js';
import { type App, asObject, type Contract, type MountTarget } from './contract.js';

type Lifecycle = (props: object) => unknown;
type Lifecycles = Readonly<Partial<Record<'bootstrap' | 'mount' | 'unmount' | 'update', Lifecycle | Lifecycle[]>>>;

/** Each app is bootstrapped once, however often it is mounted. */
const bootstrapped = new WeakMap<Lifecycles, Promise<unknown>>();
let instances = 0;

/** The lifecycles of single-spa: `mount` beside `bootstrap`, or lists of functions. */
export const singleSpaContract: Contract = {
  name: 'single-spa',
  recognise(exported, selected) {
    const lifecycles = [exported, asObject(selected)].find(hasLifecycles);
    return lifecycles && ((target, context) => start(lifecycles, target, context));
  },
};

function hasLifecycles(candidate: Lifecycles | undefined): candidate is Lifecycles {
  return !!candidate?.mount && (!!candidate.bootstrap || Array.isArray(candidate.mount));
}

async function start(
  lifecycles: Lifecycles,
  target: MountTarget,
  { props, remote, module }: MountContext,
): Promise<App> {
  // Its helpers keep what they mounted by name: two instances need two.
  const fixed = { name: `${remote}${module}#${++instances}`, domElement: target };
  if (!bootstrapped.has(lifecycles)) bootstrapped.set(lifecycles, run(lifecycles.bootstrap, { ...props, ...fixed }));
  await bootstrapped.get(lifecycles);
  await run(lifecycles.mount, { ...props, ...fixed });
  return {
    instance: undefined,
    update: (next) => run(lifecycles.update, { ...next, ...fixed }),
    unmount: () => run(lifecycles.unmount, { ...props, ...fixed }),
  };
}

async function run(lifecycle: Lifecycle | Lifecycle[] | undefined, props: object): Promise<void> {
  for (const step of [lifecycle].flat()) await step?.(props);
}
