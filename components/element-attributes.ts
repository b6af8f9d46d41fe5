// Written by scripts/element-data/write-element-data.mjs from the source of the tags.
import type { RemoteEvent, WarningEvent } from '../src/browser/federation-events.js';
import type { Props } from '../src/browser/mount-api.js';
import type { BeforeMountEvent } from './before-mount-event.js';
import type { FederationHost } from './federation-host.js';
import type { FederationRemote } from './federation-remote.js';
import type { FederationRoutes } from './federation-routes.js';

/** What there is to know of each tag, for the types of frameworks. */
export interface FederationTags {
  /** `<federation-host>` */
  readonly 'federation-host': {
    readonly element: FederationHost;
    readonly attributes: FederationHostAttributes;
    readonly events: FederationHostEvents;
  };
  /** `<federation-remote>` */
  readonly 'federation-remote': {
    readonly element: FederationRemote;
    readonly attributes: FederationRemoteAttributes;
    readonly events: FederationRemoteEvents;
  };
  /** `<federation-routes>` */
  readonly 'federation-routes': {
    readonly element: FederationRoutes;
    readonly attributes: FederationRoutesAttributes;
    readonly events: FederationRoutesEvents;
  };
}

/** What one may write into `<federation-host>`, besides what every element takes. */
interface FederationHostAttributes {
  /** URL of the manifest. Another one later adds its remotes. */
  readonly manifest?: string | undefined;
  /** URL of the page's own remote entry: its shared packages take precedence. */
  readonly entry?: string | undefined;
  /** Milliseconds that one fetch, or the import of one module, may take; default 10000. */
  readonly timeout?: number | `${number}` | undefined;
  /** Further attempts after a failure that may pass; default 2. */
  readonly retry?: number | `${number}` | undefined;
  /** Whether an incompatibility is an error instead of a fallback. */
  readonly strict?: boolean | '' | undefined;
  /** What to prefer among the copies that everybody accepts: `fewest-bytes` (default) or `newest`. */
  readonly prefer?: 'fewest-bytes' | 'newest' | undefined;
  /** What to do where the browser rejects an import map: `auto` (default) loads es-module-shims, `none` fails. */
  readonly polyfill?: 'auto' | 'none' | (string & {}) | undefined;
  /** Origins from which manifests and remotes may come, by spaces; default: those that the manifests name. */
  readonly allow?: string | undefined;
  /** Hash of the manifest's bytes, as in `sha384-…`. */
  readonly integrity?: string | undefined;
  /** `use-credentials` sends cookies with the manifest and the entries; default: none. */
  readonly crossorigin?: 'anonymous' | 'use-credentials' | undefined;
  /** Referrer policy of the manifest and the entries. */
  readonly referrerpolicy?: ReferrerPolicy | undefined;
  /** Priority of the manifest. */
  readonly fetchpriority?: 'high' | 'low' | 'auto' | undefined;
  /** Name of the Trusted Types policy that allows the import map; default `federation`. */
  readonly 'trusted-types-policy'?: string | undefined;
}

/** The events of `<federation-host>`, by type. */
interface FederationHostEvents {
  /** The import map is in the page, even if remotes failed. */
  readonly load: Event;
  /** The manifest failed: `error.code` says why. Cancel it to keep the console quiet. */
  readonly error: ErrorEvent;
  /** A remote's modules can be loaded. */
  readonly remoteload: RemoteEvent;
  /** A remote failed; the others go on. */
  readonly remoteerror: RemoteEvent;
  /** Something works, but not as somebody wished. */
  readonly warning: WarningEvent;
}

/** What one may write into `<federation-remote>`, besides what every element takes. */
interface FederationRemoteAttributes {
  /** Name of the remote, as in the manifest. Without it, and without `src`, nothing is loaded. */
  readonly remote?: string | undefined;
  /** Which of the modules that it exposes, as in `./Cart`; default: the only one. */
  readonly module?: string | undefined;
  /** URL of a remote entry that no manifest names. */
  readonly src?: string | undefined;
  /** Name of the export to mount; default: the one that is recognised. */
  readonly export?: string | undefined;
  /** Tag of the custom element that the module defines; default: what the remote's entry says. */
  readonly element?: string | undefined;
  /** How to mount the module; default: whichever contract is recognised. */
  readonly contract?: string | undefined;
  /** `shadow` mounts inside a shadow tree, out of reach of the page's styles; default `none`. */
  readonly isolation?: 'none' | 'shadow' | undefined;
  /** When to load: `eager` (default), `lazy` near the viewport, `idle`, or `manual` by `load()` only. */
  readonly loading?: 'eager' | 'lazy' | 'idle' | 'manual' | undefined;
  /** What to fetch while that moment is waited for: `none`, `metadata` (default, the entry), or `module`. */
  readonly preload?: 'none' | 'metadata' | 'module' | undefined;
  /** URLPattern of the locations at which it is shown, relative to the route around it; default: all. */
  readonly pattern?: string | undefined;
  /** Whether the app is suspended, instead of unmounted, while its route is not the current one. */
  readonly 'keep-alive'?: boolean | '' | undefined;
  /** Milliseconds that the load may take; default: what the host says. */
  readonly timeout?: number | `${number}` | undefined;
  /** Further attempts after a failure that may pass; default: what the host says. */
  readonly retry?: number | `${number}` | undefined;
  /** `use-credentials` sends cookies with its files, `anonymous` not; default: as the host says. */
  readonly crossorigin?: 'anonymous' | 'use-credentials' | undefined;
  /** Referrer policy of its files; default: as the host says. */
  readonly referrerpolicy?: ReferrerPolicy | undefined;
  /** Priority of its files. */
  readonly fetchpriority?: 'high' | 'low' | 'auto' | undefined;
  /** What the app is given: an object, as an attribute in JSON. A change updates the app and never remounts it. */
  readonly props?: Props | string | undefined;
}

/** The events of `<federation-remote>`, by type. */
interface FederationRemoteEvents {
  /** A load has begun. Like all but the app's own events it does not bubble. */
  readonly loadstart: Event;
  /** A step is done: 1 of 3, the federation is there; 2 of 3, the module is there. */
  readonly progress: ProgressEvent;
  /** The module is about to be mounted. Cancel it to prevent that. */
  readonly beforemount: BeforeMountEvent;
  /** The module is mounted. */
  readonly load: Event;
  /** It could not be: `error.code` says why. Cancel it to keep the built-in error view and the console quiet. Also for an app that throws when it is updated or unmounted. */
  readonly error: ErrorEvent;
  /** The load was given up. */
  readonly abort: Event;
  /** The module is not mounted any more. */
  readonly unmount: Event;
  /** The app is out of sight, and stays as it is. */
  readonly suspend: Event;
  /** It is in sight again. */
  readonly resume: Event;
}

/** What one may write into `<federation-routes>`, besides what every element takes. */
interface FederationRoutesAttributes {
  /** Selector of the elements whose links are marked by `aria-current`; default: all of the document. */
  readonly nav?: string | undefined;
  /** Whether a change is a view transition; never for people who want less motion. */
  readonly transition?: boolean | '' | undefined;
}

/** The events of `<federation-routes>`, by type. */
type FederationRoutesEvents = Readonly<Record<never, Event>>;

/** The events of a tag, and those of every element. */
type Heard<Events> = Omit<HTMLElementEventMap, keyof Events> & Events;

declare module './federation-host.js' {
  interface FederationHost {
    addEventListener<Type extends keyof Heard<FederationHostEvents>>(
      type: Type,
      listener: (this: FederationHost, event: Heard<FederationHostEvents>[Type]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<Type extends keyof Heard<FederationHostEvents>>(
      type: Type,
      listener: (this: FederationHost, event: Heard<FederationHostEvents>[Type]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
  }
}

declare module './federation-remote.js' {
  interface FederationRemote {
    addEventListener<Type extends keyof Heard<FederationRemoteEvents>>(
      type: Type,
      listener: (this: FederationRemote, event: Heard<FederationRemoteEvents>[Type]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<Type extends keyof Heard<FederationRemoteEvents>>(
      type: Type,
      listener: (this: FederationRemote, event: Heard<FederationRemoteEvents>[Type]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
  }
}
