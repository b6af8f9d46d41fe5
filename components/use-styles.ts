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
export function useStyles(
  element: Element,
  urls: readonly string[],
  integrity: ReadonlyMap<string, string> = new Map(),
): UsedStyles {
  const tree = element.getRootNode();
  const root = tree instanceof ShadowRoot ? tree : document.head;
  const sheets = sheetsOf.get(root) ?? new Map<string, Sheet>();
  sheetsOf.set(root, sheets);
  const used = urls.map((url) => {
    const sheet = sheets.get(url) ?? insertSheet(root, url, integrity.get(url));
    sheets.set(url, sheet);
    sheet.users++;
    return { url, sheet };
  });
  const loaded = Promise.all(used.map(({ sheet }) => sheet.loaded));
  return {
    ready: urls.length > 0 ? Promise.race([loaded, patience()]) : loaded,
    release() {
      for (const { url, sheet } of used.splice(0)) {
        if (--sheet.users > 0) continue;
        sheet.link.remove();
        sheets.delete(url);
      }
    },
  };
}

function insertSheet(root: ParentNode, href: string, integrity = ''): Sheet {
  const link = document.createElement('link');
  const loaded = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  Object.assign(link, { rel: 'stylesheet', crossOrigin: 'anonymous', nonce: findNonce(), integrity, href });
  root.append(link);
  return { link, loaded, users: 0 };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, stylePatience));
}
