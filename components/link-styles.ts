import type { FetchOptions } from '../src/browser/federation-api.js';
import { createNode } from './create-node.js';

/** Stylesheets that an app uses. */
export interface UsedStyles {
  /** Resolves once they have loaded, or failed. */
  readonly ready: Promise<unknown>;
  /** Ends the use, once for all: what nobody uses any more is taken away. */
  release(): void;
}

/** How stylesheets are fetched, and by which nonce the page lets them in. */
export interface StyleOptions extends FetchOptions {
  readonly nonce?: string;
}

/** A stylesheet in a tree, for all apps that use it there. */
interface Sheet {
  readonly root: Node;
  readonly url: string;
  readonly link: HTMLLinkElement;
  readonly loaded: Promise<unknown>;
  users: number;
}

const sheets = new Set<Sheet>();

/**
 * Puts stylesheets into the tree of an element, its shadow tree or else the document: each once, however many apps
 * use it.
 *
 * @param urls - Absolute, in the order in which they apply.
 * @param integrity - URL → hash, of those that have one.
 */
export function linkStyles(
  element: Element,
  urls: readonly string[],
  integrity: ReadonlyMap<string, string> = new Map(),
  options: StyleOptions = {},
): UsedStyles {
  const tree = element.getRootNode();
  const root = tree instanceof ShadowRoot ? tree : document.head;
  const used = urls.map((url) => {
    const known = [...sheets].find((sheet) => sheet.root === root && sheet.url === url);
    const sheet = known ?? insertSheet(root, url, integrity.get(url), options);
    sheet.users++;
    return sheet;
  });
  return {
    ready: Promise.all(used.map(({ loaded }) => loaded)),
    release() {
      for (const sheet of used.splice(0)) {
        if (--sheet.users > 0) continue;
        sheet.link.remove();
        sheets.delete(sheet);
      }
    },
  };
}

function insertSheet(root: Node, url: string, integrity = '', options: StyleOptions): Sheet {
  const { crossOrigin = 'anonymous', referrerPolicy = '', fetchPriority = 'auto', nonce = '' } = options;
  const link = createNode('link', { rel: 'stylesheet', nonce, integrity });
  const loaded = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  Object.assign(link, { crossOrigin, referrerPolicy, fetchPriority, href: url });
  root.appendChild(link);
  const sheet = { root, url, link, loaded, users: 0 };
  sheets.add(sheet);
  return sheet;
}
