import type { LoadedModule } from '../src/browser/federation-api.js';
import type { MountedModule } from '../src/browser/mount-api.js';
import { mountModule } from '../src/browser/mount-module.js';
import { settleWithin } from '../src/browser/settle-within.js';
import { BeforeMountEvent } from './before-mount-event.js';
import { findFederation } from './find-federation.js';
import { createMountTarget, type MountTarget } from './mount-target.js';
import { parseProps } from './parse-props.js';
import { useStyles } from './use-styles.js';

/** What an author asks for: the attributes of `<federation-remote>`, as properties. */
export interface RemoteRequest {
  readonly remote: string | null | undefined;
  readonly module: string | null | undefined;
  readonly src: string | null | undefined;
  readonly export: string | null | undefined;
  readonly element: string | null | undefined;
  readonly contract: string | null | undefined;
  readonly timeout: number | null | undefined;
  readonly retries: number | null | undefined;
  readonly props: unknown;
}

/** An app in its place. */
export interface MountedRemote {
  readonly loaded: LoadedModule;
  readonly mounted: MountedModule;
  readonly target: MountTarget;
}

/**
 * The way from the attributes of a tag to a mounted app, with the events `progress` and `beforemount` on it.
 *
 * @param signal - Ends the way wherever it is; what was mounted by then is unmounted.
 * @returns `undefined` if a listener cancelled `beforemount`.
 * @throws {@link FederationError} of whichever step failed, or the reason of the signal.
 */
export async function loadAndMount(
  element: HTMLElement & RemoteRequest,
  signal: AbortSignal,
): Promise<MountedRemote | undefined> {
  const loaded = await loadRequested(element, signal);
  reportProgress(element, 2);
  signal.throwIfAborted();
  const isWanted = element.dispatchEvent(new BeforeMountEvent(loaded));
  signal.throwIfAborted();
  if (!isWanted) return undefined;
  const { exposed, entry } = loaded;
  const styles = useStyles(element, exposed.styles, entry.integrity);
  const target = createMountTarget(element, styles.release);
  try {
    await settleWithin(styles.ready, signal);
    const mounted = await mountRequested(element, loaded, target, signal);
    signal.throwIfAborted();
    return { loaded, mounted, target };
  } catch (error) {
    target.remove();
    throw error;
  }
}

async function loadRequested(element: HTMLElement & RemoteRequest, signal: AbortSignal): Promise<LoadedModule> {
  const { src, module, timeout, retries } = element;
  const name = remoteNameOf(element);
  const federation = await findFederation(name, signal);
  reportProgress(element, 1);
  if (src) await federation.register(name, src);
  return federation.loadModule(name, module ?? undefined, {
    signal,
    timeout: timeout ?? undefined,
    retry: retries ?? undefined,
  });
}

function mountRequested(
  element: HTMLElement & RemoteRequest,
  { remote, exposed, namespace, timeout, importShared }: LoadedModule,
  target: MountTarget,
  signal: AbortSignal,
): Promise<MountedModule> {
  return mountModule(namespace, target.element, {
    remote,
    module: exposed.key,
    props: parseProps(element.props, remote),
    signal,
    export: element.export ?? undefined,
    element: element.element ?? exposed.element,
    contract: element.contract ?? exposed.contract,
    timeout,
    importShared,
    host: element,
  });
}

/** Two steps of three: the federation is there, the module is there; the third is the event `load` itself. */
function reportProgress(element: HTMLElement, loaded: number): void {
  element.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total: 3 }));
}

/** The name of the wanted remote; one that no manifest names is called by its address. */
function remoteNameOf({ remote, src }: RemoteRequest): string {
  return remote || `src-${src?.replace(/\W+/g, '-')}`;
}
