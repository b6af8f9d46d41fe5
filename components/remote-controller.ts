import { whenFederation } from '../src/browser/create-federation.js';
import type { MountedModule } from '../src/browser/mount-api.js';
import { createDeferred } from './deferred.js';
import { followUpdates } from './follow-updates.js';
import { loadAndMount } from './load-and-mount.js';
import type { LoadFlag, LoadState } from './load-state.js';
import { parseProps } from './parse-props.js';
import { type PreloadRequest, preloadRequested } from './preload-requested.js';
import { createRouteFollower, type RouteFollower } from './route-follower.js';
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

/** What decides which app is mounted: a change of any of them loads anew. */
const sources = ['remote', 'module', 'src', 'export', 'element', 'contract'];

/** Milliseconds after which a load is slow. */
const slowness = 3000;

/** What the location means for a tag that has no route. */
const everywhere: Verdict = { isAway: false };

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
  /** Ends what is heard of the page, which outlives every element; `undefined` while it is in no document. */
  #connection: AbortController | undefined;
  /** Ends the waiting for the moment to load, or to load again. */
  #waiting = new AbortController();
  #follower: RouteFollower | undefined;
  #verdict = everywhere;
  #slowing: ReturnType<typeof setTimeout> | undefined;

  constructor(element: RemoteElement) {
    this.#element = element;
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
    if (this.#connection) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#follower = createRouteFollower(this.#element, (verdict) => this.#routeChanged(verdict), signal);
    void followUpdates(this.#element, signal, () => {
      if (this.#state.status !== 'unloaded') void this.reload();
    });
    this.#awaitMoment();
  }

  /** It was taken out. Put back in the same task, it goes on as if nothing had happened. */
  disconnected(): void {
    setTimeout(() => {
      if (this.#element.isConnected) return;
      this.#connection?.abort();
      this.#connection = undefined;
      this.#verdict = everywhere;
      this.unmount();
    });
  }

  /** Properties have changed: their names, with what they were. */
  changed(before: ReadonlyMap<PropertyKey, unknown>): void {
    if (!this.#connection) return;
    if (before.has('pattern')) this.#follower?.refresh();
    const isIsolationNew =
      before.has('isolation') && [before.get('isolation'), this.#element.isolation].includes('shadow');
    if (isIsolationNew || sources.some((name) => before.has(name))) {
      this.unmount();
      this.#awaitMoment();
    } else if (before.has('props')) this.#update();
    if (before.has('loading') && this.#state.status === 'unloaded') this.#awaitMoment();
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
    this.#turn('loaded', 'suspended', 'suspend');
  }

  /** Shows it again, unless it has a route that is not the current one. */
  resume(): void {
    if (!this.#verdict.isAway) this.#turn('suspended', 'loaded', 'resume');
  }

  unmount(): void {
    this.#waiting.abort();
    const previous = this.#state;
    if (previous.status === 'unloaded') return;
    this.#leave();
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
    if (!isAway) this.#update();
    else if ('mounted' in this.#state && (verdict.isKept || this.#element.keepAlive)) this.suspend();
    else this.unmount();
    if (!isTurn) return;
    if (this.#state.status === 'unloaded') this.#leave();
    // Away, both leave it as it is.
    this.resume();
    this.#awaitMoment();
  }

  // The life of one load.

  #awaitMoment(): void {
    const signal = this.#wait();
    const { loading } = this.#element;
    if (!this.#verdict.isAway) whenWanted(this.#element, loading, signal, () => void this.load());
    if (this.#state.status === 'unloaded') void preloadRequested(this.#element);
  }

  #start(): void {
    if (!this.#connection || this.#verdict.isAway || !(this.#element.remote || this.#element.src)) return;
    this.#waiting.abort();
    if (this.#loaded.isSettled) this.#loaded = createDeferred();
    const attempt = new AbortController();
    const flags: LoadFlag[] = this.#state.status === 'error' ? ['retrying'] : [];
    const state: LoadState = { status: 'loading', attempt, flags };
    this.#enter(state);
    this.#slowing = setTimeout(() => this.#show({ ...state, flags: [...flags, 'slow'] }), slowness);
    this.#dispatch('loadstart');
    void this.#run(attempt.signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      const result = await loadAndMount(this.#element, signal, () => this.#follower?.follow());
      // Given up in the very moment: the app is being unmounted already.
      if (signal.aborted) return result?.target.remove();
      if (!result) return this.abort();
      this.#enter({ status: 'loaded', ...result });
      this.#loaded.resolve(result.mounted);
      this.#dispatch('load');
      if (this.#element.props !== result.props || this.route !== result.route) this.#update();
    } catch (error) {
      if (!signal.aborted) this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    const isOffline = !navigator.onLine;
    const state: LoadState = { status: 'error', error, flags: isOffline ? ['offline'] : [] };
    this.#enter(state);
    this.#loaded.reject(error);
    const isHandled = tellError(this.#element, error);
    // A listener may have asked for something.
    if (this.#state !== state) return;
    if (isHandled) this.#show({ ...state, isHandled });
    const signal = this.#wait();
    const loadAgain = (): void => {
      if (!signal.aborted) void this.load();
    };
    if (isOffline) addEventListener('online', loadAgain, { once: true, signal });
    if ('code' in error && error.code === 'host-missing') void whenFederation(document).then(loadAgain);
  }

  // What all of these do.

  /** Ends one waiting; gives what ends the next. */
  #wait(): AbortSignal {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    return this.#waiting.signal;
  }

  #turn(from: 'loaded' | 'suspended', status: typeof from, what: 'suspend' | 'resume'): void {
    const state = this.#state;
    if (state.status !== from) return;
    this.#show({ ...state, status });
    void this.#ask(() => state.mounted[what]());
    this.#dispatch(what);
  }

  /** Hands the app what it is to have: props, and what has become of its route. */
  #update(): void {
    if (!('mounted' in this.#state)) return;
    const { mounted } = this.#state;
    const { props, remote } = this.#element;
    void this.#ask(() => mounted.update(parseProps(props, remote ?? ''), this.route));
  }

  /** Asks something of the app. */
  async #ask(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      tellError(this.#element, error);
    }
  }

  #leave(): void {
    this.#enter({ status: 'unloaded', flags: this.#verdict.isAway ? ['away'] : [] });
  }

  #enter(state: LoadState): void {
    const previous = this.#state;
    // Left alone, it would hold the element in memory for seconds.
    clearTimeout(this.#slowing);
    this.#state = state;
    if (previous.status === 'loading' && state.status !== 'loaded') previous.attempt.abort();
    if ('mounted' in previous) previous.target.remove(this.#ask(() => previous.mounted.unmount()));
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
