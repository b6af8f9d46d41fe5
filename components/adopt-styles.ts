import type { FetchOptions } from '../src/browser/federation-api.js';
import type { UsedStyles } from './link-styles.js';

interface Sheet {
  readonly sheet: Promise<CSSStyleSheet>;
  users: number;
}

const sheets = new Map<string, Sheet>();

/** What a stylesheet that is made from text cannot hold: rules that are ignored, and addresses that are relative. */
const unfit = /@import|image-set\(|url\((?!\s*["']?(?:data:|https?:|#))/i;

/**
 * Lets the shadow tree of an element adopt stylesheets: each is fetched and parsed once, and all trees share it.
 *
 * They come before what the tree has adopted already.
 *
 * @param urls - Absolute, in the order in which they apply.
 * @param integrity - URL → hash, of those that have one.
 * @throws If one of them did not arrive, has another hash, or cannot be made from text.
 */
export async function adoptStyles(
  element: Element,
  urls: readonly string[],
  integrity: ReadonlyMap<string, string>,
  options: FetchOptions,
): Promise<UsedStyles> {
  const root = element.getRootNode() as ShadowRoot;
  const used = urls.map((url) => {
    const sheet = sheets.get(url) ?? { sheet: fetchSheet(url, integrity.get(url), options), users: 0 };
    sheets.set(url, sheet);
    sheet.users++;
    return { url, sheet };
  });
  const letGo = (): void => {
    for (const { url, sheet } of used.splice(0)) if (--sheet.users === 0) sheets.delete(url);
  };
  try {
    const adopted = await Promise.all(used.map(({ sheet }) => sheet.sheet));
    root.adoptedStyleSheets = [...adopted, ...root.adoptedStyleSheets];
    return {
      ready: Promise.resolve(),
      release() {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet));
        letGo();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

async function fetchSheet(url: string, integrity = '', options: FetchOptions): Promise<CSSStyleSheet> {
  const { crossOrigin, referrerPolicy = '', fetchPriority = 'auto' } = options;
  const credentials = crossOrigin === 'use-credentials' ? 'include' : 'same-origin';
  const response = await fetch(url, { credentials, integrity, referrerPolicy, priority: fetchPriority });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !type.includes('css') || unfit.test(text)) throw new TypeError(`${url} cannot be adopted.`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
