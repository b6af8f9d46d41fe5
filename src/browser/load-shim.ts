import type { ImportMap } from '../core/import-map.js';
import type { ModuleNamespace } from './federation-api.js';
import { reasonOf } from './reason-of.js';

/** The module loader of es-module-shims: it takes import maps at any time. */
export interface ImportShim {
  (url: string): Promise<ModuleNamespace>;
  addImportMap(map: ImportMap): void;
}

/**
 * Loads es-module-shims, in shim mode.
 *
 * It is imported, not inserted, so it needs neither a nonce nor a Trusted Types policy of ours. When it is there, the
 * document is told, by `federationpolyfill`.
 *
 * @param polyfill - `auto`, `none`, or the address of es-module-shims: see FederationOptions.
 * @param isNative - What it leaves to the browser.
 * @throws If it may not be loaded, cannot be, or is on the page already, in the mode that takes no further maps; or if the
 *   page lets no modules in that have addresses such as it makes.
 */
export async function loadShim(
  polyfill: string,
  nonce: string,
  isNative: (url: string) => boolean,
): Promise<ImportShim> {
  const page = globalThis as { importShim?: ImportShim; esmsInitOptions?: object };
  try {
    if (polyfill === 'none') throw new Error('the option polyfill is "none"');
    if (!page.importShim) {
      page.esmsInitOptions = { shimMode: true, nonce, skip: isNative, noLoadEventRetriggers: true, onerror() {} };
      if (polyfill === 'auto') await import('es-module-shims');
      else await import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(polyfill, document.baseURI).href);
    }
    const importShim = page.importShim as ImportShim;
    importShim.addImportMap({ imports: {}, scopes: {}, integrity: {} });
    await tryBlob();
    document.dispatchEvent(new Event('federationpolyfill'));
    return importShim;
  } catch (cause) {
    throw new Error(`Unable to load es-module-shims: ${reasonOf(cause)}`, { cause });
  }
}

/** Whatever it loads gets such an address; a Content-Security-Policy may forbid them, and an import would only say that it failed. */
async function tryBlob(): Promise<void> {
  const url = URL.createObjectURL(new Blob([], { type: 'text/javascript' }));
  try {
    await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
  } catch (cause) {
    throw new Error('the page lets no modules from blob: in, so add blob: to the script-src of its policy', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}
