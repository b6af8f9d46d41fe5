import type { FederationError } from '../../core/errors.js';
import type { ModuleNamespace } from '../federation-api.js';
import type { MountOptions } from '../mount-api.js';
import { type Contract, exportsOf, type RecognisedApp } from './contract.js';
import { contractMissing } from './contract-missing.js';
import { defineContract, elementContract, onlyElementContract } from './element-contracts.js';
import { frameworkContracts } from './framework-contracts.js';
import { functionContract, mountContract, objectContract } from './mount-contracts.js';
import { singleSpaContract } from './single-spa-contract.js';

export { preloadAdapter } from './framework-contracts.js';

/** In the order in which they are tried: the first that recognises a module mounts it. */
const contracts: readonly Contract[] = [
  singleSpaContract,
  mountContract,
  elementContract,
  objectContract,
  ...frameworkContracts,
  functionContract,
  onlyElementContract,
  defineContract,
];

/**
 * How to start what a module offers, whichever contract it keeps.
 *
 * Most modules keep one that `recognisePlainly` knows, so this is a file of its own.
 *
 * @param Failure - The class of all errors of the page.
 * @throws {@link FederationError} `contract-missing`, `shared-missing`, and what loading a framework throws.
 */
export async function recogniseContract(
  namespace: ModuleNamespace,
  options: MountOptions,
  Failure: typeof FederationError,
): Promise<RecognisedApp> {
  const [exported, selected] = exportsOf(namespace, options.export);
  for (const contract of contracts) {
    if (options.contract && options.contract !== contract.name) continue;
    const start = contract.recognise(exported, selected, options, Failure);
    if (start) return [contract.name, await start];
  }
  const names = contracts.map(({ name }) => name);
  throw contractMissing(namespace, options, names, Failure);
}
