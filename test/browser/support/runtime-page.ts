import type * as Runtime from '../../../src/index.js';

/** How a page gets the runtime, and what stands before it. */
export interface RuntimePageOptions {
  /** HTML for the head, in front of the runtime's script. */
  readonly head?: string;
  /** `<base>` of the page; default: the root of this origin. */
  readonly base?: string;
  /** Nonce of the runtime's script. */
  readonly nonce?: string;
  /** In which way the runtime is there; default: a classic script. */
  readonly script?: 'classic' | 'inline' | 'blob' | 'module';
  /** Hash of the runtime's script. */
  readonly integrity?: string;
  /** Where the runtime is, with a slash at the end; default: on this origin. */
  readonly folder?: string;
}

/** The window of such a page. */
export type RuntimeWindow = Window & typeof globalThis & { readonly federation: typeof Runtime };

/** A page of its own, in a frame, that has loaded nothing but the runtime: the only place for a first import map. */
export class RuntimePage {
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  static async open(options: RuntimePageOptions = {}): Promise<RuntimePage> {
    const frame = document.createElement('iframe');
    const { head = '', base = `${location.origin}/` } = options;
    frame.srcdoc = `<!doctype html><head>${head}<base href="${base}">${await scriptTag(options)}</head><body></body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return new RuntimePage(frame);
  }

  get window(): RuntimeWindow {
    return this.#frame.contentWindow as unknown as RuntimeWindow;
  }

  get federation(): typeof Runtime {
    return this.window.federation;
  }

  /** The import maps that stand in the page. */
  get importMaps(): readonly HTMLScriptElement[] {
    return [...this.window.document.querySelectorAll<HTMLScriptElement>('script[type=importmap]')];
  }

  /** Whether the page has loaded es-module-shims. */
  get isPolyfilled(): boolean {
    return 'importShim' in this.window;
  }

  /** Every file that the page fetched so far, whose address contains the text. */
  fetched(text: string): readonly string[] {
    const entries = this.window.performance.getEntriesByType('resource');
    return entries.map(({ name }) => name).filter((name) => name.includes(text));
  }

  close(): void {
    this.#frame.remove();
  }
}

async function scriptTag({ script = 'classic', nonce, integrity, folder }: RuntimePageOptions): Promise<string> {
  const attribute = nonce ? ` nonce="${nonce}"` : '';
  const address = `${folder ?? `${location.origin}/__runtime/`}federation`;
  if (script === 'classic') {
    const pin = integrity ? ` integrity="${integrity}" crossorigin` : '';
    return `<script${attribute}${pin} src="${address}.js"></script>`;
  }
  if (script === 'module') {
    return `<script${attribute} type="module">import * as federation from "${address}.mjs"; window.federation = federation;</script>`;
  }
  const text = await (await fetch(`${address}.js`)).text();
  if (script === 'blob') {
    const blob = new Blob([text], { type: 'text/javascript' });
    return `<script${attribute} src="${URL.createObjectURL(blob)}"></script>`;
  }
  return `<script${attribute}>${text.replaceAll('</script', '<\\/script')}</script>`;
}
