/** What an app is given, by name; under our contract it is `context.props`. */
export type Props = Readonly<Record<string, unknown>>;

/** Where an app goes. */
export type MountTarget = HTMLElement | ShadowRoot;

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
  unmount?(target: MountTarget): unknown;
}

/** `mount` of our contract, for modules written in TypeScript. */
export type Mount = (
  target: MountTarget,
  context: MountContext,
  // biome-ignore lint/suspicious/noConfusingVoidType: an app may return nothing
) => void | (() => unknown) | MountHandle | Promise<void | (() => unknown) | MountHandle>;

/** `mount` of an app that takes other props, and can be taken away: what an adapter makes. */
export type AppMount = (target: MountTarget, context: MountContext) => Promise<AppHandle>;

/** What an adapter's `mount` gives. */
interface AppHandle {
  /** Resolves once the app shows the props; rejects with what it threw. */
  update(props: Props, context: MountContext): Promise<void>;
  unmount(): Promise<void>;
}
