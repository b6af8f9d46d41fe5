import type { FederationRemote } from '../../../components/federation-remote.js';

/** Text by path, the first folder being the project; what is no text is written as JSON. */
export type ProjectFiles = Readonly<Record<string, unknown>>;

/** Projects on the disk, served as `federation dev` does it, and a page that uses them. */
export class Workshop {
  readonly #id: string;
  readonly #frame: HTMLIFrameElement;
  /** Name → URL of the entry. */
  readonly manifest: Readonly<Record<string, string>>;

  private constructor(id: string, manifest: Workshop['manifest'], frame: HTMLIFrameElement) {
    this.#id = id;
    this.manifest = manifest;
    this.#frame = frame;
  }

  /**
   * Writes and serves projects, and opens a page.
   *
   * @param projects - Each needs a config, whose name is that of its folder.
   * @param createHtml - What stands in the body; default: a host, and one tag for each remote.
   */
  static async open(projects: ProjectFiles, createHtml: (manifest: object) => string = createTags): Promise<Workshop> {
    const { id, manifest } = await ask('start', { projects });
    const html = createHtml(manifest);
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 800px; height: 500px';
    frame.src = `/__develop/page?html=${encodeURIComponent(html)}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return new Workshop(id, manifest, frame);
  }

  get window(): Window & { mark?: string; isListening?: boolean } {
    return this.#frame.contentWindow as Window;
  }

  remote(name: string): FederationRemote {
    return this.window.document.querySelector(`federation-remote[remote="${name}"]`) as FederationRemote;
  }

  /** What a remote shows, without space around. */
  text(name: string): string {
    const content = this.window.document.querySelector(`[remote="${name}"] > [slot="federation-content"]`);
    const parts = [content, ...(content?.querySelectorAll('*') ?? [])];
    return parts
      .map((part) => part?.shadowRoot?.textContent ?? (part === content ? part?.textContent : ''))
      .join('')
      .trim();
  }

  /** The message that covers the page; `undefined` if there is none. */
  get error(): Element | undefined {
    return this.window.document.querySelector('federation-build-error') ?? undefined;
  }

  /** Changes a file on the disk. */
  async write(path: string, content: unknown): Promise<void> {
    await ask('write', { id: this.#id, path, content });
  }

  async close(): Promise<void> {
    this.#frame.remove();
    await ask('stop', { id: this.#id });
  }
}

function createTags(manifest: object): string {
  const tags = Object.keys(manifest).map((name) => `<federation-remote remote="${name}"></federation-remote>`);
  const inline = `<script type="federation-manifest">${JSON.stringify(manifest)}</script>`;
  return `<federation-host retry="0">${inline}</federation-host>${tags.join('')}`;
}

async function ask(action: string, body: object): Promise<{ id: string; manifest: Record<string, string> }> {
  const response = await fetch(`/__develop/${action}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** The files of a project that exposes one module. */
export function createRemoteFiles(name: string, source: string, further: ProjectFiles = {}): ProjectFiles {
  const files = {
    'package.json': { name, version: '1.0.0', type: 'module' },
    'federation.config.js': `export default { name: '${name}', exposes: { './Main': './src/main.js' } };`,
    'src/main.js': source,
    ...further,
  };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]));
}
