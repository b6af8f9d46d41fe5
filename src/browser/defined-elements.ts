import type { RemoteEntry } from '../core/remote-entry.js';

/**
 * Notes which remotes define tags of custom elements themselves: a document has each tag once, so such a remote cannot
 * be run a second time.
 *
 * Who calls is told by the stack, which names the files in every engine.
 */
export class DefinedElements {
  readonly #remotes: (() => RemoteEntry)[] = [];
  readonly #names = new Set<string>();

  constructor() {
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = new Proxy(define, {
      apply: (target, registry, parameters) => {
        this.#note(new Error().stack ?? '');
        return Reflect.apply(target, registry, parameters);
      },
    });
  }

  /** Notes what this remote defines from now on. */
  watch(readEntry: () => RemoteEntry): void {
    this.#remotes.push(readEntry);
  }

  hasDefined(remote: string): boolean {
    return this.#names.has(remote);
  }

  #note(stack: string): void {
    const callers = new Set(Array.from(stack.matchAll(/https?:\/\/[^\s)]+?(?=:\d+(?::\d+)?\)?$)/gm), ([url]) => url));
    for (const readEntry of this.#remotes) {
      const entry = readEntry();
      if ([...callers].some((url) => isOwnFile(url, entry))) this.#names.add(entry.name);
    }
  }
}

/** Whether a file is one that a new build brings anew: shared packages stay. */
function isOwnFile(url: string, { base, files, shared }: RemoteEntry): boolean {
  if (!url.startsWith(base) || shared.some((one) => one.url === url)) return false;
  return files.size === 0 || (files.has(url) && !url.startsWith(`${base}shared/`));
}
