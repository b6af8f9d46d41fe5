import type { Federation, FederationOptions } from './federation-api.js';
import { PageFederation } from './page-federation.js';

/** By which all copies of this script, classic or module, find the one federation of a document. */
const key = Symbol.for('federation-elements');

type Federated = Document & { readonly [key]?: Federation };

/**
 * Starts the federation of this document.
 *
 * A document has one import map, so it has one federation: where there is one already, that one is returned, with the
 * manifest added. The options of the first count.
 *
 * @returns At once: see {@link Federation.ready}.
 * @fires {Event} federationcreate - On the document.
 */
export function createFederation(options: FederationOptions = {}): Federation {
  const existing = federationOf(document);
  if (existing) {
    // Whoever asks for one of its remotes is told what is wrong with it.
    if (options.manifest) existing.addManifest(options.manifest, options).catch(() => {});
    return existing;
  }
  const federation = new PageFederation(options);
  // Not writable: what loads code must not be replaced by a script that came later.
  Object.defineProperty(document, key, { value: federation });
  document.dispatchEvent(new Event('federationcreate'));
  return federation;
}

/** The federation of a document, if it has one. */
export function federationOf(page: Document): Federation | undefined {
  return (page as Federated)[key];
}

/** The federation of a document, as soon as it has one. */
export function whenFederation(page: Document): Promise<Federation> {
  return new Promise((resolve) => {
    const existing = federationOf(page);
    if (existing) resolve(existing);
    else page.addEventListener('federationcreate', () => resolve(whenFederation(page)), { once: true });
  });
}
