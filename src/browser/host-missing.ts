import { FederationError } from '../core/errors.js';

/**
 * The error of who needs the federation of a page that has none.
 *
 * @param waited - Milliseconds after the document was there.
 */
export function hostMissing(remote: string, waited: number): FederationError<'host-missing'> {
  const sentences = `"${remote}" found no federation within ${waited} ms. Add a <federation-host>, or call createFederation().`;
  return new FederationError('host-missing', { remote, waited }, sentences);
}
