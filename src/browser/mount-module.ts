import type { MountTarget } from '../adapters/mount.js';
import { FederationError, type FederationErrorDetails } from '../core/errors.js';
import type { App, RecognisedApp, StartApp } from './contracts/contract.js';
import { recognisePlainly } from './contracts/plain-contracts.js';
import type { ModuleNamespace } from './federation-api.js';
import type { MountContext, MountedModule, MountOptions } from './mount-api.js';
import { reasonOf } from './reason-of.js';

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

  const mount = async (): Promise<App> => {
    let start: StartApp;
    try {
      const recognised = recognise(namespace, options);
      [contract, start] = recognised instanceof Promise ? await recognised : recognised;
    } catch (cause) {
      throw cause instanceof FederationError ? cause : failure('mount', cause);
    }
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
  const standing = await new Promise<App>((resolve, reject) => {
    const end = (reason: unknown): void => {
      reject(reason);
      // Nobody waits for this unmounting; who calls unmount() is told how it went.
      unmount().catch(() => {});
    };
    signal?.addEventListener('abort', () => end(signal.reason), { signal: lifetime.signal });
    const timer =
      timeout === undefined
        ? timeout
        : setTimeout(() => {
            const sentences = `${subject} was not mounted within ${timeout} ms (contract ${contract}). See that it does not wait for ever, or raise the timeout.`;
            end(new FederationError('mount-timeout', { remote, module, contract, timeout }, sentences));
          }, timeout);
    mounting
      .then(resolve, (error) => {
        lifetime.abort();
        reject(error);
      })
      .finally(() => clearTimeout(timer));
  });
  app = standing;
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

/** At once if the module is plain, for then it is mounted at once. */
function recognise(namespace: ModuleNamespace, options: MountOptions): RecognisedApp | Promise<RecognisedApp> {
  return (
    recognisePlainly(namespace, options) ??
    import('./contracts/recognise-contract.js').then(({ recogniseContract }) =>
      recogniseContract(namespace, options, FederationError),
    )
  );
}

function createContext(target: MountTarget, options: MountOptions, signal: AbortSignal): MountContext {
  const { remote, module, props = {}, base = '/', params = {} } = options;
  const host = options.host ?? (target instanceof ShadowRoot ? (target.host as HTMLElement) : target);
  const emit = (type: string, detail?: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  return { props, signal, host, remote, module, base, params, emit };
}
