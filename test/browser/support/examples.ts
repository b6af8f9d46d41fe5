import type { FederationHost } from '../../../components/federation-host.js';
import type { FederationRemote } from '../../../components/federation-remote.js';
import { echoAddress, origins } from './origins.js';
import type { Witness } from './shell.js';

/** A piece of HTML in a document, named by the heading above it, and which one below that heading it is. */
export interface Example {
  readonly name: string;
  readonly html: string;
}

/** The examples in HTML of a document in Markdown. */
export async function readExamples(address: string): Promise<readonly Example[]> {
  const text = await (await fetch(address)).text();
  const counts = new Map<string, number>();
  let heading = '';
  const examples: Example[] = [];
  for (const [, title, html] of text.matchAll(/^#+ ([^\n]+)$|^```html\n(.*?)^```$/gms)) {
    if (title) heading = title;
    if (html === undefined) continue;
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    examples.push({ name: `${heading} (${count})`, html });
  }
  return examples;
}

/** Where the remotes that the documents speak of really are: each on an origin of its own, as far as there are some. */
const addressOf = (name: string, origin: string, mark: string): string =>
  `${origin}/__fault/credentials,mark=${mark}/test/browser/fixtures/docs/${name}/`;

/** An example as a page of its own, in a frame. */
export class ExamplePage {
  /** By which the origins know the requests of this page. */
  readonly mark: string = crypto.randomUUID();
  readonly #frame: HTMLIFrameElement = document.createElement('iframe');

  /**
   * @param html - With the addresses that a reader sees; those that are there take their place.
   * @param head - What stands in the head, in front of the script.
   */
  static async open(html: string, head = ''): Promise<ExamplePage> {
    const page = new ExamplePage();
    await page.#show(html, head);
    return page;
  }

  get window(): Window & typeof globalThis & { readonly witness: Witness } {
    return this.#frame.contentWindow as ExamplePage['window'];
  }

  get document(): Document {
    return this.window.document;
  }

  get host(): FederationHost {
    return this.document.querySelector('federation-host') as FederationHost;
  }

  get remotes(): readonly FederationRemote[] {
    return [...this.document.querySelectorAll<FederationRemote>('federation-remote')];
  }

  /** What each tag shows of its app; empty for one that is not loaded. */
  get texts(): readonly string[] {
    return this.remotes.map((remote) => {
      const place = remote.querySelector('[slot="federation-content"]');
      return (place?.shadowRoot ?? place)?.textContent ?? '';
    });
  }

  close(): void {
    this.#frame.remove();
  }

  async #show(html: string, head: string): Promise<void> {
    const { second, third, fourth } = origins;
    const folders = {
      cart: addressOf('cart', second, this.mark),
      reviews: addressOf('reviews', third, this.mark),
      badge: addressOf('badge', fourth, this.mark),
      help: addressOf('help', fourth, this.mark),
      legacy: addressOf('legacy', fourth, this.mark),
    };
    const entries = Object.entries(folders).map(([name, folder]) => [name, `${folder}remoteEntry.json`]);
    const manifest = JSON.stringify(Object.fromEntries(entries));
    const real = html
      .replace('src="federation.js"', 'src="/__tags/federation.js"')
      .replaceAll('https://cart.example/', folders.cart)
      .replaceAll('https://cart.example', second)
      .replaceAll('https://reviews.example', third)
      .replaceAll('/host/remoteEntry.json', `${addressOf('host', second, this.mark)}remoteEntry.json`)
      .replace(/sha384-[\w+/]{64}/, `sha384-${await hashOf(manifest)}`)
      .replaceAll('/federation.manifest.json', echoAddress('', 'federation.manifest.json', manifest));
    const script = html.includes('<script src') ? '' : '<script src="/__tags/federation.js"></script>';
    const host = html.includes('<federation-host')
      ? ''
      : `<federation-host><script type="federation-manifest">${manifest}</script></federation-host>`;
    const page = `<!doctype html><html lang="en"><head><script src="/test/support/demo/witness.js"></script>${head}${script}</head>
      <body>${real}${host}</body></html>`;
    // At an address of its own: what a srcdoc tells as its referrer is not the same in all browsers.
    this.#frame.src = echoAddress('', 'example.html', page);
    this.#frame.style.cssText = 'width: 600px; height: 400px';
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
  }
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
