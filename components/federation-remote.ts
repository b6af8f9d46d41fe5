import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { MountedModule, Props } from '../src/browser/mount-api.js';
import { FederationElement } from './federation-element.js';
import type { LoadState, LoadStatus } from './load-state.js';
import { obeyCommands } from './obey-commands.js';
import { parseJson } from './parse-props.js';
import { RemoteController, type RemoteElement } from './remote-controller.js';
import { remoteStyles } from './remote-styles.js';
import { RemoteView } from './remote-view.js';
import type { Route } from './routes/route.js';

/**
 * Shows one module of one remote, where it stands.
 *
 * Waits for the page's federation, loads the module, and mounts it in the light DOM.
 * Its own children are the placeholder: they show until then, and are never changed.
 * Changing `remote` or `module` drops the load in progress; removing the element unmounts.
 *
 * A button inside with a `command` such as `--retry` works without a script and without `commandfor`.
 * A label (`aria-label`, `aria-labelledby`) makes it a region.
 *
 * @tagname federation-remote
 * @slot - The placeholder: shown until the module is mounted.
 * @slot loading - Shown instead of the placeholder while a load takes longer than `--federation-loading-delay`; an element, or a template.
 * @slot error - Shown if the load failed; an element, or a template whose `[data-federation-message]` and `[data-federation-code]` are filled in.
 * @fires {Event} loadstart - A load has begun. Like all but the app's own events it does not bubble.
 * @fires {ProgressEvent} progress - A step is done: 1 of 3, the federation is there; 2 of 3, the module is there.
 * @fires {BeforeMountEvent} beforemount - The module is about to be mounted. Cancel it to prevent that.
 * @fires {Event} load - The module is mounted.
 * @fires {ErrorEvent} error - It could not be: `error.code` says why. Cancel it to keep the built-in error view and the console quiet. Also for an app that throws when it is updated or unmounted.
 * @fires {Event} abort - The load was given up.
 * @fires {Event} unmount - The module is not mounted any more.
 * @fires {Event} suspend - The app is out of sight, and stays as it is.
 * @fires {Event} resume - It is in sight again.
 * @csspart placeholder - Around the placeholder.
 * @csspart loading - Around the loading slot.
 * @csspart bar - The line that runs along the top edge where there is no loading slot.
 * @csspart error - Around the error slot and the built-in error view.
 * @csspart retry - The button of the built-in error view.
 * @csspart content - Around the app.
 * @cssstate loading - While the module is on its way.
 * @cssstate loaded - While the module is mounted.
 * @cssstate error - After a load that failed.
 * @cssstate suspended - While the app is out of sight.
 * @cssstate away - While its route is not the current one, and nothing of it is mounted.
 * @cssstate retrying - While a load is on its way that follows an error.
 * @cssstate slow - When a load has been on its way for three seconds.
 * @cssstate offline - After a load that failed because there is no network: it begins again when there is.
 * @cssproperty [--federation-loading-delay=200ms] - How long a load may take before anything shows that it is under way.
 * @cssproperty [--federation-accent-color=currentColor] - Colour of the bar.
 * @cssproperty [--federation-error-color=#d92d20] - Colour of the edge of the built-in error view.
 */
export class FederationRemote extends FederationElement implements RemoteElement {
  static override readonly tag: string = 'federation-remote';

  static override readonly styles: CSSResultGroup = remoteStyles;

  static override readonly properties: PropertyDeclarations = {
    remote: { reflect: true },
    module: { reflect: true },
    src: { reflect: true },
    export: { reflect: true },
    element: { reflect: true },
    contract: { reflect: true },
    isolation: { reflect: true },
    loading: { reflect: true },
    preload: { reflect: true },
    pattern: { reflect: true },
    keepAlive: { type: Boolean, attribute: 'keep-alive' },
    timeout: { type: Number },
    retries: { type: Number, attribute: 'retry' },
    crossOrigin: { attribute: 'crossorigin' },
    referrerPolicy: { attribute: 'referrerpolicy' },
    fetchPriority: { attribute: 'fetchpriority' },
    props: { converter: parseJson },
  };

  /** Name of the remote, as in the manifest. Without it, and without `src`, nothing is loaded. */
  declare remote: string | null | undefined;
  /** Which of the modules that it exposes, as in `./Cart`; default: the only one. */
  declare module: string | null | undefined;
  /** URL of a remote entry that no manifest names. */
  declare src: string | null | undefined;
  /** Name of the export to mount; default: the one that is recognised. */
  declare export: string | null | undefined;
  /** Tag of the custom element that the module defines; default: what the remote's entry says. */
  declare element: string | null | undefined;
  /** How to mount the module; default: whichever contract is recognised. */
  declare contract: string | null | undefined;
  /** `shadow` mounts inside a shadow tree, out of reach of the page's styles; default `none`. */
  declare isolation: 'none' | 'shadow' | null | undefined;
  /** When to load: `eager` (default), `lazy` near the viewport, `idle`, or `manual` by `load()` only. */
  declare loading: 'eager' | 'lazy' | 'idle' | 'manual' | null | undefined;
  /** What to fetch while that moment is waited for: `none`, `metadata` (default, the entry), or `module`. */
  declare preload: 'none' | 'metadata' | 'module' | null | undefined;
  /** URLPattern of the locations at which it is shown, relative to the route around it; default: all. */
  declare pattern: string | null | undefined;
  /** Whether the app is suspended, instead of unmounted, while its route is not the current one. */
  declare keepAlive: boolean | null | undefined;
  /** Milliseconds that the load may take; default: what the host says. */
  declare timeout: number | null | undefined;
  /** Further attempts after a failure that may pass; default: what the host says. */
  declare retries: number | null | undefined;
  /** `use-credentials` sends cookies with its files, `anonymous` not; default: as the host says. */
  declare crossOrigin: 'anonymous' | 'use-credentials' | null | undefined;
  /** Referrer policy of its files; default: as the host says. */
  declare referrerPolicy: ReferrerPolicy | null | undefined;
  /** Priority of its files. */
  declare fetchPriority: 'high' | 'low' | 'auto' | null | undefined;
  /** What the app is given: an object, as an attribute in JSON. A change updates the app and never remounts it. */
  declare props: Props | string | null | undefined;

  readonly #controller: RemoteController = this.follow(new RemoteController(this));
  #view: RemoteView | undefined;

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the getter of the base class reads the properties of this one
    return [...super.observedAttributes, 'aria-label', 'aria-labelledby'];
  }

  constructor() {
    super();
    obeyCommands(this);
  }

  /** Where it is in its life: `unloaded`, `loading`, `loaded`, `error` or `suspended`. */
  get status(): LoadStatus {
    return this.#controller.state.status;
  }

  /** Resolves once the module is mounted; rejects if the load fails or is given up. A new promise for each load. */
  get loaded(): Promise<MountedModule> {
    return this.#controller.loaded;
  }

  /** Why the last load failed, a `FederationError`; `undefined` in any other state. */
  get error(): Error | undefined {
    const { state } = this.#controller;
    return 'error' in state ? state.error : undefined;
  }

  /** What is mounted, and by which contract; `undefined` if nothing is. */
  get instance(): MountedModule | undefined {
    const { state } = this.#controller;
    return 'mounted' in state ? state.mounted : undefined;
  }

  /** URL of the module that was imported; empty if nothing is mounted. */
  get currentSrc(): string {
    const { state } = this.#controller;
    return 'loaded' in state ? state.loaded.url : '';
  }

  /** The match of its pattern: `base` and `params`; `undefined` if it does not match, or there is none. */
  get route(): Route | undefined {
    return this.#controller.route;
  }

  /** Loads now, whatever `loading` says. Does nothing if that is done or under way, or outside a document. */
  load(): Promise<MountedModule> {
    return this.#current.load();
  }

  /** Unmounts, and loads again. */
  reload(): Promise<MountedModule> {
    return this.#current.reload();
  }

  /** Loads again if the last load failed. */
  retry(): Promise<MountedModule> {
    return this.#current.retry();
  }

  /** Gives up the load in progress. */
  abort(): void {
    this.#current.abort();
  }

  /** Unmounts, or gives up the load in progress. */
  unmount(): void {
    this.#current.unmount();
  }

  /** Puts the app out of sight as it is: hidden, inert, and told so. */
  suspend(): void {
    this.#current.suspend();
  }

  /** Shows it again. Does nothing while its route is not the current one. */
  resume(): void {
    this.#current.resume();
  }

  /** The controller, when it knows of all that was set before: so that of several wishes the last is the last. */
  get #current(): RemoteController {
    if (this.isConnected || this.hasUpdated) this.performUpdate();
    if (this.isConnected) this.#controller.connected();
    return this.#controller;
  }

  /** @internal */
  stateChanged(state: LoadState): void {
    this.showStates(state.status, state.flags);
    this.internals.ariaBusy = state.status === 'loading' ? 'true' : null;
    this.#view?.show(state);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    this.internals.role = this.matches('[aria-label], [aria-labelledby]') ? 'region' : null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#view = new RemoteView(this, root);
    return root;
  }

  protected override updated(changed: PropertyValues): void {
    this.#controller.changed(changed);
  }
}
