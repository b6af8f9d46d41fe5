import type { FetchOptions } from '../src/browser/federation-api.js';
import { findNonce } from '../src/browser/find-nonce.js';

/** Milliseconds that an app waits for its stylesheets: it is better unstyled than not there. */
const stylePatience = 3000;

/** Stylesheets that an app uses. */
export interface UsedStyles {
  /** Resolves once they have loaded, or failed, or {@link stylePatience} has passed; never rejects. */
  readonly ready: Promise<unknown>;
  /** Ends the use, once for all: what nobody uses any more is taken away. */
  release(): void;
}

interface Sheet {
  readonly link: HTMLLinkElement;
  readonly loaded: Promise<unknown>;
  users: number;
}

const sheetsOf = new WeakMap<ParentNode, Map<string, Sheet>>();

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
  options: FetchOptions = {},
): UsedStyles {
  const tree = element.getRootNode();
  const root = tree instanceof ShadowRoot ? tree : document.head;
  const sheets = sheetsOf.get(root) ?? new Map<string, Sheet>();
  sheetsOf.set(root, sheets);
  const used = urls.map((url) => {
    const sheet = sheets.get(url) ?? insertSheet(root, url, integrity.get(url), options);
    sheets.set(url, sheet);
    sheet.users++;
    return { url, sheet };
  });
  const loaded = Promise.all(used.map(({ sheet }) => sheet.loaded));
  return {
    ready: urls.length > 0 ? inTime(loaded) : loaded,
    release() {
      for (const { url, sheet } of used.splice(0)) {
        if (--sheet.users > 0) continue;
        sheet.link.remove();
        sheets.delete(url);
      }
    },
  };
}

/**
 * Lets the shadow tree of an element adopt stylesheets, which all trees that adopt them share.
 *
 * Where that cannot be, because one of them names further files, say, they are put into the tree by links.
 */
export function adoptOrLinkStyles(...request: Required<Parameters<typeof linkStyles>>): UsedStyles {
  if (request[1].length === 0) return linkStyles(...request);
  const using = import('./adopt-styles.js')
    .then(({ adoptStyles }) => adoptStyles(...request))
    .catch(() => linkStyles(...request));
  return {
    ready: inTime(using.then(({ ready }) => ready)),
    release: () => void using.then(({ release }) => release()),
  };
}

function insertSheet(root: ParentNode, href: string, integrity = '', options: FetchOptions): Sheet {
  const { crossOrigin = 'anonymous', referrerPolicy = '', fetchPriority = 'auto' } = options;
  const link = document.createElement('link');
  const loaded = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  const nonce = findNonce();
  Object.assign(link, { rel: 'stylesheet', crossOrigin, referrerPolicy, fetchPriority, nonce, integrity, href });
  root.append(link);
  return { link, loaded, users: 0 };
}

function inTime(loaded: Promise<unknown>): Promise<unknown> {
  return Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, stylePatience))]);
}
