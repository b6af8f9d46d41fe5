import { FederationError } from '../core/errors.js';
import { nearestName } from '../core/nearest-name.js';
import type { ExposedModule, RemoteEntry } from '../core/remote-entry.js';

/**
 * The module of a remote that a page asks for.
 *
 * @param module - As in `./Cart` or `Cart`; left out, it is the only one.
 * @throws {@link FederationError} `exposed-unknown`, also if it was left out and the remote exposes several.
 */
export function findExposed({ name, exposes }: RemoteEntry, module?: string): ExposedModule {
  const wanted = module?.replace(/^(?:\.\/)?/, './');
  const found = module ? exposes.find(({ key }) => key === wanted) : exposes.length === 1 && exposes[0];
  if (found) return found;
  const known = exposes.map(({ key }) => key);
  const nearest = nearestName(wanted ?? '', known);
  throw new FederationError('exposed-unknown', { remote: name, module: module ?? '', known, nearest });
}
