import type { MountTarget } from '../adapters/mount.js';
import { FederationError, type FederationErrorDetails } from '../core/errors.js';
import type { App, RecognisedApp } from './contracts/contract.js';
import { recognisePlainly } from './contracts/plain-contracts.js';
import type { ModuleNamespace } from './federation-api.js';
import type { MountContext, MountedModule, MountOptions } from './mount-api.js';
import { reasonOf } from './reason-of.js';
import { scriptUnreachable } from './script-unreachable.js';
import { settleWithin } from './settle-within.js';

type MountPhase = FederationErrorDetails['mount-failed']['phase'];

/**
 * Mounts a module, whichever contract it keeps.
 *
 * Its `mount` is called once; its `unmount` once if that succeeded, also when mounting ends after it was given up.
 * Each call makes an instance of its own.
 *
 * @param namespace - The module's exports, as `loadModule` gives them.
 * @param target - Where it goes; nothing else there is touched.
 * @throws {@link FederationError} `contract-missing`, `mount-failed`, `mount-timeout`, `script-unreachable`; for a framework's component also
 *   `shared-missing` and what loading the framework throws; or the reason of the signal.
 */
export async function mountModule(
  namespace: ModuleNamespace,
  target: MountTarget,
  options: MountOptions,
): Promise<MountedModule> {
  const { signal, remote, module, timeout } = options;
  signal?.throwIfAborted();
  const lifetime = new AbortController();
  let context = createContext(target, options, lifetime.signal);
  let contract = options.contract ?? 'unknown';
  let app: App | undefined;
  let unmounting: Promise<void> | undefined;

  const subject = `Module "${module}" of remote "${remote}"`;
  const failure = (phase: MountPhase, cause: unknown): FederationError => {
    const reason = reasonOf(cause);
    const sentences = `${subject} threw in ${phase} (contract ${contract}): ${reason}. Mend the module.`;
    return new FederationError('mount-failed', { remote, module, contract, phase, reason }, sentences, { cause });
  };
  const lateness = (): FederationError => {
    const sentences = `${subject} was not mounted within ${timeout} ms (contract ${contract}). Mend the module, or raise the timeout.`;
    return new FederationError('mount-timeout', { remote, module, contract, timeout: timeout as number }, sentences);
  };
  const attempt = async <Result>(phase: MountPhase, action: () => Result): Promise<Awaited<Result>> => {
    try {
      return await action();
    } catch (cause) {
      throw failure(phase, cause);
    }
  };
  const ask = async (phase: MountPhase, action: () => unknown): Promise<void> => {
    if (!unmounting) await attempt(phase, action);
  };

  const recogniseUnusual = async (): Promise<RecognisedApp> => {
    try {
      const { recogniseContract } = await import('./contracts/recognise-contract.js').catch((cause) => {
        throw scriptUnreachable('federation-recognise-contract.js', cause);
      });
      return await recogniseContract(namespace, options, FederationError);
    } catch (cause) {
      throw cause instanceof FederationError ? cause : failure('mount', cause);
    }
  };
  const mount = async (): Promise<App> => {
    const [name, start] = recognisePlainly(namespace, options) ?? (await recogniseUnusual());
    contract = name;
    lifetime.signal.throwIfAborted();
    return attempt('mount', () => start(target, context));
  };
  const mounting = mount();
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
  const end = (): unknown => unmount().catch(() => {});
  signal?.addEventListener('abort', end, { signal: lifetime.signal });
  try {
    const deadline = timeout === undefined ? timeout : AbortSignal.timeout(timeout);
    app = await settleWithin(settleWithin(mounting, deadline, lateness), signal);
  } catch (error) {
    end();
    throw error;
  }
  const standing = app;
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

function createContext(target: MountTarget, options: MountOptions, signal: AbortSignal): MountContext {
  const { remote, module, props = {}, base = '/', params = {} } = options;
  const host = options.host ?? (target instanceof ShadowRoot ? (target.host as HTMLElement) : target);
  const emit = (type: string, detail?: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  return { props, signal, host, remote, module, base, params, emit };
}
