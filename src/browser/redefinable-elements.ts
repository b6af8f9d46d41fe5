import type { RemoteEntry } from '../core/remote-entry.js';
import { StandIn } from './stand-in.js';

/** A tag that a remote has defined. */
interface Definition {
  readonly elementClass: CustomElementConstructor;
  readonly standIn: StandIn | undefined;
  readonly remote: string;
  /** Files that were running. */
  readonly files: ReadonlySet<string>;
}

type Registry = Pick<CustomElementRegistry, 'define' | 'get'>;

/**
 * Lets remotes that are being developed define tags of custom elements again: a document has each tag once.
 *
 * Which remote defines one is told by the stack, which names the running files in every engine. To a new build, a tag
 * that the one before has defined is not defined. What cannot be defined again reloads the page.
 */
export class RedefinableElements {
  readonly #remotes: (() => RemoteEntry)[] = [];
  /** By tag; the last one counts. */
  readonly #definitions = new Map<string, readonly Definition[]>();
  readonly #native: Registry;
  readonly #giveUp: () => void;

  /** @param giveUp - Called if a tag cannot be defined again. */
  constructor(giveUp: () => void) {
    const { define, get } = customElements;
    this.#native = { define: define.bind(customElements), get: get.bind(customElements) };
    this.#giveUp = giveUp;
    customElements.define = (tag, elementClass, options) => this.#define(tag, elementClass, options);
    customElements.get = (tag) => this.#get(tag);
  }

  /** Lets a remote define again what it defines from now on. */
  watch(readEntry: () => RemoteEntry): void {
    this.#remotes.push(readEntry);
  }

  /**
   * Takes back the definitions of an earlier build, if a new one is the same again: the browser does not run a module
   * twice.
   */
  restore(entry: RemoteEntry): void {
    for (const [tag, all] of this.#definitions) {
      const restored = all.findLast((one) => one.remote === entry.name && !isStale(one, entry));
      if (!restored || restored === all.at(-1)) continue;
      this.#definitions.set(tag, [...all.filter((one) => one !== restored), restored]);
      if (!restored.standIn?.replace(restored.elementClass)) this.#giveUp();
    }
  }

  #define(tag: string, elementClass: CustomElementConstructor, options: ElementDefinitionOptions | undefined): void {
    const caller = this.#caller(new Error().stack);
    const all = this.#definitions.get(tag) ?? [];
    const known = all.at(-1);
    if (!caller || (known && !isStale(known, caller.entry))) {
      this.#native.define(tag, elementClass, options);
      return;
    }
    const { entry, files } = caller;
    const isAgain = known !== undefined || this.#native.get(tag) !== undefined;
    const standIn = isAgain ? known?.standIn : options ? undefined : StandIn.for(elementClass);
    this.#definitions.set(tag, [...all, { elementClass, standIn, remote: entry.name, files }]);
    if (isAgain) {
      if (!standIn?.replace(elementClass)) this.#giveUp();
      return;
    }
    this.#native.define(tag, standIn?.registered ?? elementClass, options);
  }

  #get(tag: string): CustomElementConstructor | undefined {
    const known = this.#definitions.get(tag)?.at(-1);
    if (!known) return this.#native.get(tag);
    const caller = this.#caller(new Error().stack);
    return caller && isStale(known, caller.entry) ? undefined : (known.standIn?.current ?? this.#native.get(tag));
  }

  /** The remote whose code is running, and its files that are. */
  #caller(stack = ''): { readonly entry: RemoteEntry; readonly files: ReadonlySet<string> } | undefined {
    const running = Array.from(stack.matchAll(/https?:\/\/\S+?(?=:\d+:\d+\)?$)/gm), ([url]) => url);
    for (const readEntry of this.#remotes) {
      const entry = readEntry();
      const files = new Set(running.filter((url) => isOwnFile(url, entry)));
      if (files.size > 0) return { entry, files };
    }
    return undefined;
  }
}

/** Whether a tag was defined by files that the build of now has no more. */
function isStale({ remote, files }: Definition, entry: RemoteEntry): boolean {
  return remote === entry.name && ![...files].some((file) => entry.files.has(file));
}

/** Whether a file is one that a new build brings anew: shared packages stay. */
function isOwnFile(url: string, { base, shared }: RemoteEntry): boolean {
  const path = url.startsWith(base) ? url.slice(base.length) : 'shared/';
  return !path.startsWith('shared/') && shared.every(({ file }) => file !== path);
}
