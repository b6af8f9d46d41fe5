import { whenFederation } from '../src/browser/create-federation.js';

/**
 * Resolves when the import map is in the page: before that, Firefox must not be asked to import anything. Never, if
 * there is nothing to map.
 */
export async function whenMapped(): Promise<void> {
  const federation = await whenFederation(document);
  if (federation.agreement) return;
  await new Promise((resolve) => federation.addEventListener('remoteload', resolve, { once: true }));
}
