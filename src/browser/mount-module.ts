import type { MountTarget } from '../adapters/mount.js';
import { FederationError, type FederationErrorDetails } from '../core/errors.js';
import { type App, asObject, type Contract, type StartApp } from './contracts/contract.js';
import { defineContract, elementContract, onlyElementContract } from './contracts/element-contracts.js';
import { frameworkContracts } from './contracts/framework-contracts.js';
import { functionContract, mountContract, objectContract } from './contracts/mount-contracts.js';
import { singleSpaContract } from './contracts/single-spa-contract.js';
import type { ModuleNamespace } from './federation-api.js';
import type { MountContext, MountedModule, MountOptions } from './mount-api.js';
import { reasonOf } from './reason-of.js';
import { settleWithin } from './settle-within.js';

/** In the order in which they are tried: the first that recognises a module mounts it. */
const contracts: readonly Contract[] = [
  singleSpaContract,
  mountContract,
  elementContract,
  objectContract,
  ...frameworkContracts,
  functionContract,
  onlyElementContract,
  defineContract,
];

/**
 * Mounts a module, whichever contract it keeps.
 *
 * Its `mount` is called once; its `unmount` once if that succeeded, also when mounting ends after it was given up.
 * Each call makes an instance of its own.
 *
 * @param namespace - The module's exports, as `loadModule` gives them.
 * @param target - Where it goes; nothing else there is touched.
 * @throws {@link FederationError} `contract-missing`, `mount-failed`, `mount-timeout`; for a framework's component also
 *   `shared-missing` and what loading the framework throws; or the reason of the signal.
 */
export async function mountModule(
  namespace: ModuleNamespace,
  target: MountTarget,
  options: MountOptions,
): Promise<MountedModule> {
  const { signal, remote, module, timeout } = options;
  signal?.throwIfAborted();
  const [contract, starting] = recognise(namespace, options);
  const lifetime = new AbortController();
  let context = createContext(target, options, lifetime.signal);
  let app: App | undefined;

  const failure = (phase: MountPhase, cause: unknown): FederationError =>
    new FederationError('mount-failed', { remote, module, contract, phase, reason: reasonOf(cause) }, { cause });
  const attempt = async <Result>(phase: MountPhase, action: () => Result): Promise<Awaited<Result>> => {
    try {
      return await action();
    } catch (cause) {
      throw failure(phase, cause);
    }
  };
  const begin = async (start: StartApp): Promise<App> => {
    lifetime.signal.throwIfAborted();
    return attempt('mount', () => start(target, context));
  };

  const mounting =
    starting instanceof Promise
      ? starting.then(begin, (cause) => {
          throw cause instanceof FederationError ? cause : failure('mount', cause);
        })
      : begin(starting);
  let unmounting: Promise<void> | undefined;
  const unmount = (): Promise<void> => {
    unmounting ??= (async () => {
      // While it is being mounted, this is all that it can hear.
      if (!app) lifetime.abort();
      const mounted = await mounting;
      await attempt('unmount', () => mounted.unmount?.()).finally(() => lifetime.abort());
    })();
    return unmounting;
  };
  const end = new AbortController();
  // Nobody waits for this unmounting; who calls unmount() is told how it went.
  end.signal.addEventListener('abort', () => unmount().catch(() => {}));
  signal?.addEventListener('abort', () => end.abort(signal.reason), { signal: lifetime.signal });
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(
          () => end.abort(new FederationError('mount-timeout', { remote, module, contract, timeout })),
          timeout,
        );
  try {
    app = await settleWithin(mounting, end.signal);
  } finally {
    clearTimeout(timer);
    if (!app) lifetime.abort();
  }
  const standing = app;
  const ask = async (phase: MountPhase, action: () => unknown): Promise<void> => {
    if (!unmounting) await attempt(phase, action);
  };
  return {
    contract,
    instance: standing.instance,
    update(props, { base, params } = context) {
      context = { ...context, props, base, params };
      return ask('update', () => standing.update?.(props, context));
    },
    suspend: () => ask('suspend', () => standing.suspend?.()),
    resume: () => ask('resume', () => standing.resume?.()),
    unmount,
  };
}

type MountPhase = FederationErrorDetails['mount-failed']['phase'];

function recognise(
  namespace: ModuleNamespace,
  options: MountOptions,
): [contract: string, start: StartApp | Promise<StartApp>] {
  const { remote, module, contract: wantedContract, export: wantedExport } = options;
  const selected = namespace[wantedExport ?? 'default'];
  const exported = wantedExport === undefined ? namespace : (asObject(selected) ?? {});
  for (const contract of contracts) {
    if (wantedContract && wantedContract !== contract.name) continue;
    const start = contract.recognise(exported, selected, options);
    if (start) return [contract.name, start];
  }
  const wanted = wantedExport ?? wantedContract ?? options.element;
  throw new FederationError('contract-missing', { remote, module, exported: Object.keys(namespace), wanted });
}

function createContext(target: MountTarget, options: MountOptions, signal: AbortSignal): MountContext {
  const { remote, module, props = {}, base = '/', params = {} } = options;
  const host = options.host ?? (target instanceof ShadowRoot ? (target.host as HTMLElement) : target);
  const emit = (type: string, detail?: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  return { props, signal, host, remote, module, base, params, emit };
}
