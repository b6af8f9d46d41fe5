import type { ExposedModule, RemoteEntry } from '../core/remote-entry.js';
import type { Explain } from './create-explain.js';

/**
 * The module of a remote that a page asks for.
 *
 * @param module - As in `./Cart` or `Cart`; left out, it is the only one.
 * @throws {@link FederationError} `exposed-unknown`, also if it was left out and the remote exposes several.
 */
export async function findExposed(
  { name, exposes }: RemoteEntry,
  module: string | undefined,
  explain: Explain,
): Promise<ExposedModule> {
  const wanted = module?.replace(/^(?:\.\/)?/, './');
  const found = module ? exposes.find(({ key }) => key === wanted) : exposes.length === 1 && exposes[0];
  if (found) return found;
  const known = exposes.map(({ key }) => key);
  throw await explain('exposed-unknown', { remote: name, module: module ?? '', known });
}
