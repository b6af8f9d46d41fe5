import type { FederationRemote } from '../../../components/federation-remote.js';
import type { FederationRoutes } from '../../../components/federation-routes.js';
import { origins } from './origins.js';
import type { Witness } from './shell.js';

/** Below which path every address is the same page: see test/support/routes. */
export const root = '/__routes';

/** How a page knows of the location: as the browser has it, or without the Navigation API. */
export type Means = 'the browser’s own means' | 'the history alone';
export const allMeans: readonly Means[] = ['the browser’s own means', 'the history alone'];

type RoutesWindow = Window &
  typeof globalThis & {
    readonly witness: Witness;
    readonly journal?: readonly string[];
    gate?: Promise<void>;
    /** Lost when the page is loaded anew. */
    isSame?: boolean;
  };

/** A page with routes, in a frame of its own. */
export class RoutesPage {
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /**
   * Opens the page with this HTML in its body, beside a host whose manifest names the remote `routes`.
   *
   * @param path - Below the root, as in `/a`.
   */
  static async open(path: string, body: string, means: Means = 'the browser’s own means'): Promise<RoutesPage> {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 800px; height: 600px';
    frame.src = `${root}${path}${means === 'the history alone' ? '?history' : ''}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const page = new RoutesPage(frame);
    const manifest = { routes: `${origins.second}/test/browser/fixtures/routes/remoteEntry.json` };
    page.window.isSame = true;
    page.window.history.replaceState(null, '', `${root}${path}`);
    page.document.body.innerHTML = `<federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>${body}`;
    return page;
  }

  get window(): RoutesWindow {
    return this.#frame.contentWindow as unknown as RoutesWindow;
  }

  get document(): Document {
    return this.window.document;
  }

  /** What the apps did, in order: the id of the tag, what, and the parameters if there were any. */
  get journal(): readonly string[] {
    return this.window.journal ?? [];
  }

  get routes(): FederationRoutes {
    return this.find<FederationRoutes>('federation-routes');
  }

  /** The path of the location, below the root, with search and hash. */
  get path(): string {
    const { pathname, search, hash } = this.window.location;
    return `${pathname.slice(root.length)}${search}${hash}`;
  }

  /** Where the focus is: an id, a selector of its own, or the tag. */
  get focus(): string {
    let { activeElement } = this.document;
    while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
    return activeElement?.id || (activeElement?.localName ?? '');
  }

  remote(id: string): FederationRemote {
    return this.find<FederationRemote>(`#${id}`);
  }

  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.document.querySelector<Found>(selector);
    if (!found) throw new Error(`The page has nothing that fits ${selector}.`);
    return found;
  }

  /** The ids of the tags that can be seen. */
  get shown(): string {
    const remotes = [...this.document.querySelectorAll('federation-remote')];
    return remotes
      .filter((remote) => remote.checkVisibility())
      .map(({ id }) => id)
      .join(' ');
  }

  /** The status of each tag, in order. */
  get statuses(): string {
    return [...this.document.querySelectorAll('federation-remote')].map(({ status }) => status).join(' ');
  }

  /** Clicks a link to a path below the root, which is made if there is none. */
  click(path: string, init: MouseEventInit = {}): void {
    let link = this.document.querySelector<HTMLElement>(`a[href="${root}${path}"]`);
    if (!link) {
      link = this.document.createElement('a');
      link.setAttribute('href', `${root}${path}`);
      this.document.body.append(link);
    }
    const MouseEvent = this.window.MouseEvent;
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }));
  }

  close(): void {
    this.#frame.remove();
  }
}
