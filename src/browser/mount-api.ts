/** What an app is given, by name; under our contract it is `context.props`. */
export type Props = Readonly<Record<string, unknown>>;

/** The names of the ways in which a module can be mounted. */
export type ContractName = 'mount' | 'single-spa' | 'element' | 'object' | 'function' | 'define';

/** How, and as what, a module is mounted. */
export interface MountOptions {
  /** The remote's name and the module's key, for the app and for errors. */
  readonly remote: string;
  readonly module: string;
  readonly props?: Props | undefined;
  /** Aborting it unmounts; while the module is being mounted it also ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Which export to mount; default: whichever is recognised. */
  readonly export?: string | undefined;
  /** The tag that the module defines, or that its class is to be defined as. */
  readonly element?: string | undefined;
  /** The contract, where recognising it is not wanted. */
  readonly contract?: ContractName | (string & {}) | undefined;
  /** On which the app's events are dispatched; default: the target. */
  readonly host?: HTMLElement | undefined;
  /** Path below which the app may route; default `/`. */
  readonly base?: string | undefined;
  /** Parameters of the matched route. */
  readonly params?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What `mount(target, context)` of an app receives. */
export interface MountContext {
  readonly props: Props;
  /** Aborted when the app is unmounted: hand it to listeners and fetches. */
  readonly signal: AbortSignal;
  readonly host: HTMLElement;
  readonly remote: string;
  readonly module: string;
  readonly base: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** Dispatches an event on the host: it bubbles, and crosses shadow roots. Returns `false` if it was cancelled. */
  emit(type: string, detail?: unknown): boolean;
}

/** What `mount` of an app may return: nothing, a function that cleans up, this handle, or a promise of any of them. */
export interface MountHandle {
  update?(props: Props, context: MountContext): unknown;
  suspend?(): unknown;
  resume?(): unknown;
  /** The target is for objects that several instances share. */
  unmount?(target: HTMLElement | ShadowRoot): unknown;
}

/** `mount` of our contract, for modules written in TypeScript. */
export type Mount = (
  target: HTMLElement | ShadowRoot,
  context: MountContext,
  // biome-ignore lint/suspicious/noConfusingVoidType: an app may return nothing
) => void | (() => unknown) | MountHandle | Promise<void | (() => unknown) | MountHandle>;

/** A module that is mounted. */
export interface MountedModule {
  /** How it was mounted. */
  readonly contract: ContractName | (string & {});
  /** The element, or what `mount` returned. */
  readonly instance: unknown;
  /** Hands it other props. Rejects with `mount-failed` if the app throws. */
  update(props: Props, params?: MountContext['params']): Promise<void>;
  /** Tells it that it is out of sight. */
  suspend(): Promise<void>;
  /** Tells it that it is in sight again. */
  resume(): Promise<void>;
  /** Unmounts it; further calls give the same promise. Rejects with `mount-failed` if the app throws; it is gone all the same. */
  unmount(): Promise<void>;
}
