import { FederationError } from '../core/errors.js';
import type { ImportMap } from '../core/import-map.js';
import type { ModuleNamespace } from './federation-api.js';
import { ownAddress } from './own-script.js';

/** The module loader of es-module-shims: it takes import maps at any time. */
export interface ImportShim {
  (url: string): Promise<ModuleNamespace>;
  addImportMap(map: ImportMap): void;
}

/**
 * Loads es-module-shims, in shim mode, for what the browser's own import map does not know.
 *
 * What `isNative` says of is left to the browser, so a module that both sides import has one instance.
 * It is imported, not inserted, so it needs neither a nonce nor a Trusted Types policy of ours.
 *
 * @param polyfill - `auto`, `none`, or the address of es-module-shims: see FederationOptions.
 * @param reason - Why the browser's own import map does not do.
 * @throws {@link FederationError} `import-map-rejected`, if it may not be loaded, or cannot.
 */
export async function loadShim(
  polyfill: string,
  nonce: string,
  reason: string,
  isNative: (url: string) => boolean,
): Promise<ImportShim> {
  const page = globalThis as { importShim?: ImportShim; esmsInitOptions?: object };
  try {
    if (polyfill === 'none') throw new TypeError('The option polyfill is "none".');
    if (!page.importShim) {
      page.esmsInitOptions = { shimMode: true, nonce, skip: isNative, noLoadEventRetriggers: true, onerror() {} };
      await import(/* @vite-ignore */ /* webpackIgnore: true */ shimAddress(polyfill));
    }
    // Refuses in the mode that pages use by themselves, which cannot add to a map.
    const importShim = page.importShim as ImportShim;
    importShim.addImportMap({ imports: {}, scopes: {}, integrity: {} });
    return importShim;
  } catch (cause) {
    throw new FederationError('import-map-rejected', { reason }, { cause });
  }
}

function shimAddress(polyfill: string): string {
  return polyfill === 'auto'
    ? new URL('./es-module-shims.js', ownAddress || document.baseURI).href
    : new URL(polyfill, document.baseURI).href;
}
