import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FileChanges } from '../build/file-changes.js';
import { foldersBelow } from '../build/folders-below.js';
import { EventStream } from './event-stream.js';
import type { DevServerPlugin } from './federation-plugin.js';
import { readPackageScript } from './package-scripts.js';
import { sendFile } from './send-file.js';

/** Which pages are served, and what they need. */
export interface PagePluginOptions {
  /** Folder of the HTML and what belongs to it; default: the server's `rootDir`. */
  readonly root?: string;
  /**
   * The manifest that pages get as `federation.manifest.json`, unless the folder has one; default: none. Is told by which
   * name the page calls this computer.
   */
  readonly manifest?: (hostname: string) => object | Promise<object>;
  /** Whether a change of a file or folder, absolute, does not matter to the pages: of a remote's. Default: all do. */
  readonly isIgnored?: (path: string) => boolean;
}

/** What a page is told. */
interface PageMessage {
  readonly type: 'page-changed';
}

const manifestName = 'federation.manifest.json';
const scriptPath = '/__federation/reload.js';
const eventsPath = '/__federation/reload';

// A classic script: a module would use up the only import map of Firefox.
const script = `new EventSource(${JSON.stringify(eventsPath)}).onmessage = () => location.reload();\n`;

/**
 * Serves the pages of a federation while it is being developed: reloads them when their own files change, and puts
 * beside them what the folder lacks: this package's bundles (`federation.js`), and the manifest.
 *
 * @example
 * ```js
 * pagePlugin({ root: 'shell', manifest: () => ({ cart: 'http://localhost:4201/remoteEntry.json' }) });
 * ```
 *
 * Runs in Node.
 */
export function pagePlugin({ root, manifest, isIgnored = () => false }: PagePluginOptions = {}): DevServerPlugin {
  const events = new EventStream<PageMessage>();
  const ending = new AbortController();
  let folder = resolve(root ?? '.');
  return {
    name: 'federation-page',
    serverStart({ config }) {
      if (root === undefined) folder = resolve(config.rootDir);
      void tellOfChanges(folder, isIgnored, events, ending.signal);
    },
    async serve(context) {
      const name = context.path.slice(context.path.lastIndexOf('/') + 1);
      if (context.path === eventsPath) events.open(context.res);
      else {
        const contents = await read(context.path, name, context.hostname);
        if (contents === undefined) return undefined;
        sendFile(context.res, name, contents);
      }
      context.respond = false;
      return { body: '', type: 'text/plain' };
    },
    transform(context) {
      if (!context.response.is('html') || typeof context.body !== 'string') return undefined;
      const tag = `<script src="${scriptPath}"></script>`;
      const hasHead = /<head(?:\s[^>]*)?>/i.test(context.body);
      const body = hasHead ? context.body.replace(/<head(?:\s[^>]*)?>/i, `$&${tag}`) : tag + context.body;
      // The server would keep it until its own watcher tells of a change, and that one is off.
      return { body, transformCache: false };
    },
    serverStop() {
      ending.abort();
      events.close();
    },
  };

  async function read(path: string, name: string, hostname: string): Promise<Uint8Array | string | undefined> {
    if (path === scriptPath) return script;
    if (existsSync(join(folder, path))) return undefined;
    if (name === manifestName && manifest) return JSON.stringify(await manifest(hostname), null, 2);
    return readPackageScript(name);
  }
}

async function tellOfChanges(
  folder: string,
  isIgnored: (path: string) => boolean,
  events: EventStream<PageMessage>,
  signal: AbortSignal,
): Promise<void> {
  const changes = new FileChanges(isIgnored);
  while (!signal.aborted) {
    changes.follow([], foldersBelow(folder, isIgnored));
    if ((await changes.next(signal)).size > 0) events.send({ type: 'page-changed' });
  }
  changes.close();
}
