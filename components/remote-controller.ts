import { whenFederation } from '../src/browser/create-federation.js';
import type { MountedModule } from '../src/browser/mount-api.js';
import { FederationError } from '../src/core/errors.js';
import { createDeferred } from './deferred.js';
import { loadAndMount, type RemoteRequest } from './load-and-mount.js';
import type { LoadState } from './load-state.js';
import { parseProps } from './parse-props.js';
import { tellError } from './tell-error.js';
import { whenWanted } from './when-wanted.js';

/** What the controller needs of its element. */
export interface RemoteElement extends HTMLElement, RemoteRequest {
  readonly loading: string | null | undefined;
  readonly preload: string | null | undefined;
  /** Shows a state. Its event follows. */
  stateChanged(state: LoadState): void;
}

const unloaded: LoadState = { status: 'unloaded' };

/**
 * The behaviour of `<federation-remote>`: when to load, what became of it, and what to undo.
 *
 * The last call wins. Each `loadstart` is followed by exactly one of `load`, `error` and `abort`, each `load` by at
 * most one `unmount`; and an event comes when its state is on show, so a listener may ask for anything.
 */
export class RemoteController {
  readonly #element: RemoteElement;
  #state: LoadState = unloaded;
  #loaded = createDeferred<MountedModule>();
  #isConnected = false;
  #disconnecting: ReturnType<typeof setTimeout> | undefined;
  /** Ends the waiting for the moment to load. */
  #waiting = new AbortController();

  constructor(element: RemoteElement) {
    this.#element = element;
  }

  get state(): LoadState {
    return this.#state;
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
    this.#awaitMoment();
  }

  /** It was taken out. Put back in the same task, it goes on as if nothing had happened. */
  disconnected(): void {
    clearTimeout(this.#disconnecting);
    this.#disconnecting = setTimeout(() => {
      this.#isConnected = false;
      this.unmount();
    });
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
    if (this.#state.status === 'loaded') void this.#update(this.#state.mounted);
  }

  // Called by the page.

  /** Loads now, unless that is done or under way. */
  load(): Promise<MountedModule> {
    const { status } = this.#state;
    if (status === 'unloaded' || status === 'error') this.#start();
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

  unmount(): void {
    this.#waiting.abort();
    const previous = this.#state;
    if (previous.status === 'unloaded') return;
    this.#enter(unloaded);
    if (previous.status === 'loading') {
      this.#loaded.reject(previous.attempt.signal.reason);
      this.#dispatch(new Event('abort'));
    } else if (previous.status === 'loaded') this.#dispatch(new Event('unmount'));
  }

  // The life of one load.

  #awaitMoment(): void {
    const { loading, preload, remote, module } = this.#element;
    this.#waiting.abort();
    this.#waiting = new AbortController();
    whenWanted(this.#element, loading, this.#waiting.signal, () => void this.load());
    if (this.#state.status === 'unloaded' && remote && preload !== 'none') {
      // What goes wrong here will go wrong again when it matters, and is told then.
      whenFederation(document)
        .then((federation) => federation.preload(remote, (preload === 'module' && module) || undefined))
        .catch(() => {});
    }
  }

  #start(): void {
    if (!this.#isConnected || !(this.#element.remote || this.#element.src)) return;
    this.#waiting.abort();
    if (this.#loaded.isSettled) this.#loaded = createDeferred();
    const attempt = new AbortController();
    this.#enter({ status: 'loading', attempt, isRetry: this.#state.status === 'error' });
    this.#dispatch(new Event('loadstart'));
    void this.#run(attempt);
  }

  async #run(attempt: AbortController): Promise<void> {
    const { signal } = attempt;
    try {
      signal.throwIfAborted();
      const { props } = this.#element;
      const result = await loadAndMount(this.#element, signal);
      // Given up in the very moment: the app is being unmounted already.
      if (signal.aborted) return result?.target.remove();
      if (!result) return this.abort();
      const { loaded, mounted, target } = result;
      this.#enter({ status: 'loaded', mounted, target, url: loaded.url });
      this.#loaded.resolve(mounted);
      this.#dispatch(new Event('load'));
      if (this.#element.props !== props) this.propsChanged();
    } catch (error) {
      if (!signal.aborted) this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    this.#enter({ status: 'error', error, isHandled: false });
    this.#loaded.reject(error);
    const isHandled = tellError(this.#element, error);
    if (this.#hasFailedWith(error) && isHandled) this.#enter({ status: 'error', error, isHandled });
    if (error instanceof FederationError && error.code === 'host-missing') {
      void whenFederation(document).then(() => {
        if (this.#hasFailedWith(error)) void this.load();
      });
    }
  }

  #hasFailedWith(error: Error): boolean {
    return this.#state.status === 'error' && this.#state.error === error;
  }

  async #update(mounted: MountedModule): Promise<void> {
    try {
      await mounted.update(parseProps(this.#element.props, this.#element.remote ?? ''));
    } catch (error) {
      tellError(this.#element, error);
    }
  }

  #enter(state: LoadState): void {
    const previous = this.#state;
    this.#state = state;
    if (previous.status === 'loading' && state.status !== 'loaded') previous.attempt.abort();
    if (previous.status === 'loaded') {
      const gone = previous.mounted.unmount().catch((error) => void tellError(this.#element, error));
      previous.target.remove(gone);
    }
    this.#element.stateChanged(state);
  }

  #dispatch(event: Event): boolean {
    return this.#element.dispatchEvent(event);
  }
}
