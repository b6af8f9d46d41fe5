import { preloadContract } from '../src/browser/contracts/preload-contract.js';
import type { FoundModule, LoadedModule, LoadOptions } from '../src/browser/federation-api.js';
import type { MountedModule } from '../src/browser/mount-api.js';
import { mountModule } from '../src/browser/mount-module.js';
import { present } from '../src/browser/present.js';
import { settleWithin } from '../src/browser/settle-within.js';
import { BeforeMountEvent } from './before-mount-event.js';
import { findFederation } from './find-federation.js';
import type { UsedStyles } from './link-styles.js';
import { createMountTarget, type MountTarget } from './mount-target.js';
import { parseProps } from './parse-props.js';
import { fetchOptionsOf, type RemoteRequest, remoteNameOf } from './remote-request.js';
import { requestStyles } from './request-styles.js';
import type { Route } from './routes/route.js';

/** An app in its place. */
export interface MountedRemote {
  readonly loaded: LoadedModule;
  readonly mounted: MountedModule;
  readonly target: MountTarget;
  /** What it was given: props, as the element had them, and its route. */
  readonly props: unknown;
  readonly route: Route | undefined;
}

/**
 * The way from the attributes of a tag to a mounted app, with the events `progress` and `beforemount` on it.
 *
 * @param signal - Ends the way wherever it is; what was mounted by then is unmounted.
 * @param followRoute - Resolves when the route of the tag is known.
 * @returns `undefined` if a listener cancelled `beforemount`.
 * @throws {@link FederationError} of whichever step failed, or the reason of the signal.
 */
export async function loadAndMount(
  element: HTMLElement & RemoteRequest,
  signal: AbortSignal,
  followRoute: () => Promise<void> | undefined,
): Promise<MountedRemote | undefined> {
  const isIsolated = element.isolation === 'shadow';
  let styles: UsedStyles | undefined;
  const target = createMountTarget(element, isIsolated, () => styles?.release());
  try {
    const loaded = await loadRequested(element, signal, ({ exposed, entry }) => {
      if (signal.aborted) return;
      styles?.release();
      const { styles: urls } = exposed;
      const place = isIsolated ? target.place : element;
      const options = fetchOptionsOf(element);
      styles =
        urls.length > 0 ? requestStyles({ place, isIsolated, urls, integrity: entry.integrity, options }) : undefined;
      preloadContract(element.contract ?? exposed.contract);
    });
    await settleWithin(Promise.resolve(followRoute()), signal);
    reportProgress(element, 2, signal);
    signal.throwIfAborted();
    const isWanted = element.dispatchEvent(new BeforeMountEvent(loaded));
    signal.throwIfAborted();
    if (!isWanted) {
      target.remove();
      return undefined;
    }
    target.insert();
    await settleWithin(Promise.resolve(styles?.ready), signal);
    const { props, route } = element;
    const mounted = await mountRequested(element, loaded, target.place, signal);
    signal.throwIfAborted();
    return { loaded, mounted, target, props, route };
  } catch (error) {
    target.remove();
    throw error;
  }
}

async function loadRequested(
  element: HTMLElement & RemoteRequest,
  signal: AbortSignal,
  found: (module: FoundModule) => void,
): Promise<LoadedModule> {
  const { src, module, timeout, retries } = element;
  const name = remoteNameOf(element);
  const options = { ...fetchOptionsOf(element), signal };
  const federation = await findFederation(name, signal);
  reportProgress(element, 1, signal);
  if (src) await federation.register(name, src, options);
  return federation.loadModule(name, module ?? undefined, {
    ...options,
    ...present<LoadOptions>({ timeout: timeout || null, retry: retries }),
    found,
  });
}

function mountRequested(
  element: HTMLElement & RemoteRequest,
  loaded: LoadedModule,
  place: HTMLElement,
  signal: AbortSignal,
): Promise<MountedModule> {
  const { remote, exposed, namespace } = loaded;
  return mountModule(namespace, place, {
    ...loaded,
    module: exposed.key,
    props: parseProps(element.props, remote),
    signal,
    export: element.export ?? undefined,
    element: element.element ?? exposed.element,
    contract: element.contract ?? exposed.contract,
    host: element,
    ...element.route,
  });
}

/** Two steps of three: the federation is there, the module is there; the third is the event `load` itself. */
function reportProgress(element: HTMLElement, loaded: number, signal: AbortSignal): void {
  // It may have been given up in the very moment.
  if (!signal.aborted)
    element.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total: 3 }));
}
