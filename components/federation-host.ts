import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import { whenFederation } from '../src/browser/create-federation.js';
import type { Federation, FederationStatus, LoadedModule, RemoteSource } from '../src/browser/federation-api.js';
import type { RemoteEntry } from '../src/core/remote-entry.js';
import { createNode } from './create-node.js';
import { css } from './css.js';
import { FederationElement } from './federation-element.js';
import { HostController, type HostElement } from './host-controller.js';

/**
 * Starts the federation of the page: fetches the manifest and the remotes' entries, and puts one import map in place.
 *
 * It may stand anywhere, before or after the remotes, which need not be inside it. A second host adds its remotes to
 * the same federation; the options of the first one count, because a document has one import map.
 *
 * @tagname federation-host
 * @slot - Whatever it holds is shown, as if the tag were not around it. A child `<script type="federation-manifest">` is a manifest in place; what it names wins.
 * @fires {Event} load - The import map is in the page, even if remotes failed.
 * @fires {ErrorEvent} error - The manifest failed: `error.code` says why. Cancel it to keep the console quiet.
 * @fires {RemoteEvent} remoteload - A remote's modules can be loaded.
 * @fires {RemoteEvent} remoteerror - A remote failed; the others go on.
 * @fires {WarningEvent} warning - Something works, but not as somebody wished.
 * @cssstate loading - While the manifest or the entries are on their way.
 * @cssstate loaded - When the import map is in the page.
 * @cssstate error - After the manifest failed.
 * @cssstate degraded - While some remote has failed.
 * @cssstate polyfilled - When es-module-shims is on the page, because the browser could not do something.
 */
export class FederationHost extends FederationElement implements HostElement {
  static override readonly tag: string = 'federation-host';

  static override readonly styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none !important;
    }
  `;

  static override readonly properties: PropertyDeclarations = {
    manifest: { reflect: true },
    entry: { reflect: true },
    timeout: { type: Number },
    retries: { type: Number, attribute: 'retry' },
    strict: { type: Boolean },
    prefer: {},
    polyfill: {},
    allow: {},
    integrity: {},
    crossOrigin: { attribute: 'crossorigin' },
    referrerPolicy: { attribute: 'referrerpolicy' },
    fetchPriority: { attribute: 'fetchpriority' },
    trustedTypesPolicy: { attribute: 'trusted-types-policy' },
  };

  /** URL of the manifest. Another one later adds its remotes. */
  declare manifest: string | null | undefined;
  /** URL of the page's own remote entry: its shared packages take precedence. */
  declare entry: string | null | undefined;
  /** Milliseconds that one fetch, or the import of one module, may take; default 10000. */
  declare timeout: number | null | undefined;
  /** Further attempts after a failure that may pass; default 2. */
  declare retries: number | null | undefined;
  /** Whether an incompatibility is an error instead of a fallback. */
  declare strict: boolean | null | undefined;
  /** What to prefer among the copies that everybody accepts: `fewest-bytes` (default) or `newest`. */
  declare prefer: 'fewest-bytes' | 'newest' | null | undefined;
  /** What to do where the browser rejects an import map: `auto` (default) loads es-module-shims, `none` fails. */
  declare polyfill: 'auto' | 'none' | (string & {}) | null | undefined;
  /** Origins from which manifests and remotes may come, by spaces; default: those that the manifests name. */
  declare allow: string | null | undefined;
  /** Hash of the manifest's bytes, as in `sha384-…`. */
  declare integrity: string | null | undefined;
  /** `use-credentials` sends cookies with the manifest and the entries; default: none. */
  declare crossOrigin: 'anonymous' | 'use-credentials' | null | undefined;
  /** Referrer policy of the manifest and the entries. */
  declare referrerPolicy: ReferrerPolicy | null | undefined;
  /** Priority of the manifest. */
  declare fetchPriority: 'high' | 'low' | 'auto' | null | undefined;
  /** Name of the Trusted Types policy that allows the import map; default `federation`. */
  declare trustedTypesPolicy: string | null | undefined;

  readonly #controller: HostController = this.follow(new HostController(this));

  /** Where it is in its life. */
  get status(): FederationStatus {
    return this.#controller.status;
  }

  /** Resolves once the import map is in the page, even if remotes failed; rejects if the manifest does. */
  get ready(): Promise<Federation> {
    return this.#controller.ready;
  }

  /** What is behind the tag: remotes, agreement, import map; `undefined` before the element is in a document. */
  get federation(): Federation | undefined {
    return this.#controller.federation;
  }

  /** Loads a module that a remote exposes, without mounting it. */
  async loadModule(remote: string, module?: string): Promise<LoadedModule> {
    return (await whenFederation(document)).loadModule(remote, module);
  }

  /** Adds a remote. A name that is taken keeps its remote, unless that one failed. */
  async register(name: string, source: RemoteSource): Promise<RemoteEntry> {
    return (await whenFederation(document)).register(name, source);
  }

  /** Fetches what a module needs, without running it; without a module only the remote's entry. */
  async preload(remote: string, module?: string): Promise<void> {
    return (await whenFederation(document)).preload(remote, module);
  }

  /** Tries again what failed: the manifest, and remotes. */
  refresh(): Promise<Federation> {
    return this.#controller.refresh();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(createNode('slot', {}));
    return root;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('manifest')) this.#controller.manifestChanged();
  }
}
