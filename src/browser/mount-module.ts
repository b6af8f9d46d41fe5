import { FederationError } from '../core/errors.js';
import { type App, asObject, type Contract, type MountTarget, type StartApp } from './contracts/contract.js';
import { defineContract, elementContract, onlyElementContract } from './contracts/element-contracts.js';
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
 * @throws {@link FederationError} `contract-missing`, `mount-failed`; or the reason of the signal.
 */
export async function mountModule(
  namespace: ModuleNamespace,
  target: MountTarget,
  options: MountOptions,
): Promise<MountedModule> {
  const { signal, remote, module } = options;
  signal?.throwIfAborted();
  const [contract, start] = recognise(namespace, options);
  const lifetime = new AbortController();
  let context = createContext(target, options, lifetime.signal);

  const attempt = async <Result>(phase: MountPhase, action: () => Result): Promise<Awaited<Result>> => {
    try {
      return await action();
    } catch (cause) {
      throw new FederationError(
        'mount-failed',
        { remote, module, contract, phase, reason: reasonOf(cause) },
        { cause },
      );
    }
  };

  const mounting = attempt('mount', () => start(target, context));
  let app: App | undefined;
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
  // Nobody waits for this unmounting; who calls unmount() is told how it went.
  signal?.addEventListener('abort', () => unmount().catch(() => {}), { once: true });
  app = await (signal ? settleWithin(mounting, signal) : mounting);
  const standing = app;
  const ask = async (phase: MountPhase, action: () => unknown): Promise<void> => {
    if (!unmounting) await attempt(phase, action);
  };
  return {
    contract,
    instance: standing.instance,
    update(props, params = context.params) {
      context = { ...context, props, params };
      return ask('update', () => standing.update?.(props, context));
    },
    suspend: () => ask('suspend', () => standing.suspend?.()),
    resume: () => ask('resume', () => standing.resume?.()),
    unmount,
  };
}

type MountPhase = 'mount' | 'update' | 'suspend' | 'resume' | 'unmount';

function recognise(namespace: ModuleNamespace, options: MountOptions): [contract: string, start: StartApp] {
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
