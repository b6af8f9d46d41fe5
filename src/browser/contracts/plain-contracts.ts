import type { ModuleNamespace } from '../federation-api.js';
import type { ContractName, MountOptions } from '../mount-api.js';
import { asObject, type RecognisedApp } from './contract.js';
import { createElement, isElementClass, startElement } from './element-contracts.js';
import { startObject } from './mount-contracts.js';

/**
 * How to start what most modules offer: `mount`, the class of a custom element, or only the tag that they define.
 *
 * @param exported - All that the module exports, or the one export that is asked for.
 * @param selected - That export, else the default one.
 * @returns `undefined` where something else may be meant, which `recogniseContract` finds out.
 */
export function recognisePlainly(
  exported: ModuleNamespace,
  selected: unknown,
  options: MountOptions,
): RecognisedApp | undefined {
  const { mount, bootstrap } = exported;
  const { contract, element } = options;
  const mayBe = (name: ContractName): boolean => (contract ?? name) === name;
  // These would be an app of single-spa.
  if (bootstrap || asObject(selected)?.mount) return undefined;
  if (typeof mount === 'function' && mayBe('mount')) return ['mount', startObject(exported)];
  if (isElementClass(selected) && !mount && mayBe('element')) {
    return ['element', startElement(() => createElement(selected, options))];
  }
  const isAlone = selected === undefined && Object.keys(exported)[0] === undefined;
  return isAlone && element && customElements.get(element) && mayBe('define')
    ? ['define', startElement(() => document.createElement(element))]
    : undefined;
}
