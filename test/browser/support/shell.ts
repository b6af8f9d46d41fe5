import type { FederationRemote } from '../../../components/federation-remote.js';

/** What the page's own first script noted: see test/support/demo/witness.js. */
export interface Witness {
  /** What went to the console as an error or a warning, and what nobody caught. */
  readonly complaints: readonly string[];
  /** Versions of the copies of react-dom that run. */
  readonly renderers: readonly string[];
}

/** The demo's shell, in a frame of its own: a page that has loaded no module yet. */
export class Shell {
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /**
   * Opens the shell and waits until each of its remotes is loaded, or has failed.
   *
   * @param address - As test/support/demo/shell-variants.mjs has it.
   */
  static async open(address: string): Promise<Shell> {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { width: '1280px', height: '900px', border: '0' });
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const shell = new Shell(frame);
    await Promise.allSettled(shell.remotes.map((remote) => remote.loaded));
    return shell;
  }

  get window(): Window & { readonly witness: Witness } {
    return this.#frame.contentWindow as unknown as Window & { readonly witness: Witness };
  }

  get remotes(): readonly FederationRemote[] {
    return [...this.window.document.querySelectorAll<FederationRemote>('federation-remote')];
  }

  remote(name: string): FederationRemote {
    const remote = this.remotes.find((candidate) => candidate.remote === name);
    if (!remote) throw new Error(`The shell has no place for "${name}".`);
    return remote;
  }

  /** What of a remote fits the selector, also in the shadow tree of a custom element that it mounted. */
  all(name: string, selector: string): readonly HTMLElement[] {
    const place = this.remote(name).querySelector('[slot="federation-content"]');
    const roots = [place, ...Array.from(place?.querySelectorAll('*') ?? [], ({ shadowRoot }) => shadowRoot)];
    return roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]);
  }

  /** The text of all that fits, with single spaces. */
  text(name: string, selector: string): string {
    const words = this.all(name, selector).map(({ textContent }) => textContent ?? '');
    return words.join(' ').replace(/\s+/g, ' ').trim();
  }

  click(name: string, selector: string): void {
    const [button] = this.all(name, selector);
    if (!button) throw new Error(`"${name}" shows nothing that fits ${selector}.`);
    button.click();
  }

  /** Every file that the page fetched so far, whose address matches. */
  fetched(pattern: RegExp): readonly string[] {
    const entries = this.window.performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries.map(({ name }) => name).filter((name) => pattern.test(name));
  }

  close(): void {
    this.#frame.remove();
  }
}
