import { whenFederation } from '../src/browser/create-federation.js';
import type { MountedModule } from '../src/browser/mount-api.js';
import { FederationError } from '../src/core/errors.js';
import { createDeferred } from './deferred.js';
import { followUpdates } from './follow-updates.js';
import { loadAndMount } from './load-and-mount.js';
import type { LoadState } from './load-state.js';
import { parseProps } from './parse-props.js';
import { type PreloadRequest, preloadRequested } from './preload-requested.js';
import { RouteFollower } from './route-follower.js';
import type { Route, RoutedElement, Verdict } from './routes/route.js';
import { tellError } from './tell-error.js';
import { whenWanted } from './when-wanted.js';

/** What the controller needs of its element. */
export interface RemoteElement extends RoutedElement, PreloadRequest {
  readonly loading: string | null | undefined;
  readonly keepAlive: boolean | null | undefined;
  /** Shows a state. Its event follows. */
  stateChanged(state: LoadState): void;
}

/** Milliseconds after which a load is slow. */
const slowness = 3000;

/**
 * The behaviour of `<federation-remote>`: when to load, what became of it, and what to undo.
 *
 * The last call wins. Each `loadstart` is followed by exactly one of `load`, `error` and `abort`, each `load` by at
 * most one `unmount`; and an event comes when its state is on show, so a listener may ask for anything.
 */
export class RemoteController {
  readonly #element: RemoteElement;
  #state: LoadState = { status: 'unloaded' };
  #loaded = createDeferred<MountedModule>();
  #isConnected = false;
  #disconnecting: ReturnType<typeof setTimeout> | undefined;
  #slowing: ReturnType<typeof setTimeout> | undefined;
  /** Ends the waiting for the moment to load, or to load again. */
  #waiting = new AbortController();
  /** Ends what is heard of the federation, which outlives every element. */
  #connection = new AbortController();
  /** What the location means for it. */
  #verdict: Verdict = { isAway: false };
  readonly #follower: RouteFollower;

  constructor(element: RemoteElement) {
    this.#element = element;
    this.#follower = new RouteFollower(element, (verdict) => this.#routeChanged(verdict));
  }

  get state(): LoadState {
    return this.#state;
  }

  /** What the location says to it; `undefined` if its pattern does not match, or it has none. */
  get route(): Route | undefined {
    return this.#verdict.route;
  }

  /** Settles with the load in progress, else with the last one, else with the first. */
  get loaded(): Promise<MountedModule> {
    return this.#loaded.promise;
  }

  // Called when something happens to the element.

  /** It is in a document, and its attributes have been read. */
  connected(): void {
    clearTimeout(this.#disconnecting);
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#follower.start();
    this.#connection = new AbortController();
    void followUpdates(this.#element, this.#connection.signal, () => this.#rebuilt());
    this.#awaitMoment();
  }

  /** It was taken out. Put back in the same task, it goes on as if nothing had happened. */
  disconnected(): void {
    clearTimeout(this.#disconnecting);
    this.#disconnecting = setTimeout(() => {
      this.#isConnected = false;
      this.#connection.abort();
      this.#follower.stop();
      this.#verdict = { isAway: false };
      this.unmount();
    });
  }

  /** It is to be shown at other locations. */
  patternChanged(): void {
    if (this.#isConnected) this.#follower.refresh();
  }

  /** Another module is wanted, or the same one in another way. */
  sourceChanged(): void {
    if (!this.#isConnected) return;
    this.unmount();
    this.#awaitMoment();
  }

  /** The module is wanted at another moment. */
  loadingChanged(): void {
    if (this.#isConnected && this.#state.status === 'unloaded') this.#awaitMoment();
  }

  propsChanged(): void {
    if ('mounted' in this.#state) void this.#update(this.#state.mounted);
  }

  // Called by the page.

  /** Loads now, unless that is done or under way. */
  load(): Promise<MountedModule> {
    const { status } = this.#state;
    if (status === 'unloaded' || status === 'error') this.#start();
    else this.resume();
    return this.loaded;
  }

  reload(): Promise<MountedModule> {
    this.unmount();
    return this.load();
  }

  /** Loads again, if the last load failed. */
  retry(): Promise<MountedModule> {
    return this.#state.status === 'error' ? this.load() : this.loaded;
  }

  abort(): void {
    if (this.#state.status === 'loading') this.unmount();
  }

  /** Puts the app out of sight, as it is. */
  suspend(): void {
    const state = this.#state;
    if (state.status !== 'loaded') return;
    this.#show({ ...state, status: 'suspended' });
    void this.#ask(() => state.mounted.suspend());
    this.#dispatch('suspend');
  }

  /** Shows it again, unless it has a route that is not the current one. */
  resume(): void {
    const state = this.#state;
    if (state.status !== 'suspended' || this.#verdict.isAway) return;
    this.#show({ ...state, status: 'loaded' });
    void this.#ask(() => state.mounted.resume());
    this.#dispatch('resume');
  }

  unmount(): void {
    this.#waiting.abort();
    const previous = this.#state;
    if (previous.status === 'unloaded') return;
    this.#enter({ status: 'unloaded', isAway: this.#verdict.isAway });
    if (previous.status === 'loading') {
      this.#loaded.reject(previous.attempt.signal.reason);
      this.#dispatch('abort');
    } else if ('mounted' in previous) this.#dispatch('unmount');
  }

  // The route.

  #routeChanged(verdict: Verdict): void {
    const { isAway } = verdict;
    const isTurn = isAway !== this.#verdict.isAway;
    this.#verdict = verdict;
    if (!isAway) this.propsChanged();
    else if ('mounted' in this.#state && (verdict.isKept || this.#element.keepAlive)) this.suspend();
    else this.unmount();
    if (!isTurn) return;
    if (this.#state.status === 'unloaded') this.#show({ status: 'unloaded', isAway });
    // Away, both leave it as it is.
    this.resume();
    this.#awaitMoment();
  }

  // The life of one load.

  #awaitMoment(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const { loading } = this.#element;
    if (!this.#verdict.isAway) whenWanted(this.#element, loading, this.#waiting.signal, () => void this.load());
    if (this.#state.status === 'unloaded') void preloadRequested(this.#element);
  }

  #start(): void {
    if (!this.#isConnected || this.#verdict.isAway || !(this.#element.remote || this.#element.src)) return;
    this.#waiting.abort();
    if (this.#loaded.isSettled) this.#loaded = createDeferred();
    const attempt = new AbortController();
    const state = { status: 'loading', attempt, isRetry: this.#state.status === 'error', isSlow: false } as const;
    this.#enter(state);
    this.#slowing = setTimeout(() => this.#show({ ...state, isSlow: true }), slowness);
    this.#dispatch('loadstart');
    void this.#run(attempt);
  }

  async #run(attempt: AbortController): Promise<void> {
    const { signal } = attempt;
    try {
      signal.throwIfAborted();
      const { props } = this.#element;
      const result = await loadAndMount(this.#element, signal, () => this.#follower.follow());
      // Given up in the very moment: the app is being unmounted already.
      if (signal.aborted) return result?.target.remove();
      if (!result) return this.abort();
      const { loaded, mounted, target, route } = result;
      this.#enter({ status: 'loaded', mounted, target, url: loaded.url });
      this.#loaded.resolve(mounted);
      this.#dispatch('load');
      if (this.#element.props !== props || this.route !== route) this.propsChanged();
    } catch (error) {
      if (!signal.aborted) this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    const isOffline = !navigator.onLine;
    this.#enter({ status: 'error', error, isHandled: false, isOffline });
    this.#loaded.reject(error);
    const isHandled = tellError(this.#element, error);
    if (this.#state.status !== 'error' || this.#state.error !== error) return;
    if (isHandled) this.#enter({ status: 'error', error, isHandled, isOffline });
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const loadAgain = (): void => {
      if (!signal.aborted) void this.load();
    };
    if (isOffline) addEventListener('online', loadAgain, { once: true, signal });
    if (error instanceof FederationError && error.code === 'host-missing') {
      void whenFederation(document).then(loadAgain);
    }
  }

  #rebuilt(): void {
    if (this.#state.status !== 'unloaded') void this.reload();
  }

  #update(mounted: MountedModule): Promise<void> {
    return this.#ask(() => mounted.update(parseProps(this.#element.props, this.#element.remote ?? ''), this.route));
  }

  /** Asks something of the app. */
  async #ask(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      tellError(this.#element, error);
    }
  }

  #enter(state: LoadState): void {
    const previous = this.#state;
    clearTimeout(this.#slowing);
    this.#state = state;
    if (previous.status === 'loading' && state.status !== 'loaded') previous.attempt.abort();
    if ('mounted' in previous) {
      const gone = previous.mounted.unmount().catch((error) => void tellError(this.#element, error));
      previous.target.remove(gone);
    }
    this.#show(state);
  }

  #show(state: LoadState): void {
    this.#state = state;
    if ('target' in state) state.target.element.inert = state.status === 'suspended';
    this.#element.stateChanged(state);
  }

  #dispatch(type: string): void {
    this.#element.dispatchEvent(new Event(type));
  }
}
