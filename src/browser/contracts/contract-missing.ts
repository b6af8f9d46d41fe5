import type { FederationError } from '../../core/errors.js';
import { nearestName } from '../../core/nearest-name.js';
import type { ModuleNamespace } from '../federation-api.js';
import type { MountOptions } from '../mount-api.js';

const list = (names: readonly string[]): string => names.join(', ') || 'none';

/**
 * The error of who mounts a module that cannot be mounted: nothing that it exports can, or somebody asked for a contract
 * or an export that there is not.
 *
 * @param contracts - The names of all.
 * @param Failure - The class of all errors of the page.
 */
export function contractMissing(
  namespace: ModuleNamespace,
  options: MountOptions,
  contracts: readonly string[],
  Failure: typeof FederationError,
): FederationError<'contract-missing'> {
  const { remote, module } = options;
  const exported = Object.keys(namespace);
  const subject = `Module "${module}" of remote "${remote}"`;
  const unknown = findUnknown(options, exported, contracts);
  if (unknown) {
    const [kind, wanted, known] = unknown;
    const nearest = nearestName(wanted, known);
    const hint = nearest ? ` Did you mean "${nearest}"?` : '';
    const sentences = `${subject} cannot be mounted: there is no ${kind} "${wanted}", only ${list(known)}.${hint} Correct the name.`;
    return new Failure('contract-missing', { remote, module, exported, wanted, nearest }, sentences);
  }
  const wanted = options.export ?? options.contract ?? options.element;
  const fault = wanted ? `is not "${wanted}"` : 'cannot be mounted';
  const sentences = `${subject} exports ${list(exported)}, which ${fault}. Export a function mount(target, context), or a custom element class.`;
  return new Failure('contract-missing', { remote, module, exported, wanted }, sentences);
}

/** What was asked for although it does not exist, and what does. */
function findUnknown(
  { contract, export: name }: MountOptions,
  exported: readonly string[],
  contracts: readonly string[],
): [kind: 'contract' | 'export', wanted: string, known: readonly string[]] | undefined {
  if (contract && !contracts.includes(contract)) return ['contract', contract, contracts];
  if (name && !exported.includes(name)) return ['export', name, exported];
  return undefined;
}
