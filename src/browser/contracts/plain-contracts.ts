import type { ModuleNamespace } from '../federation-api.js';
import type { ContractName, MountOptions } from '../mount-api.js';
import { asObject, exportsOf, type RecognisedApp } from './contract.js';
import { createElement, isElementClass, startElement } from './element-contracts.js';
import { startObject } from './mount-contracts.js';

/**
 * How to start what most modules offer: `mount`, the class of a custom element, or only the tag that they define.
 *
 * @returns `undefined` where something else may be meant, which `recogniseContract` finds out.
 */
export function recognisePlainly(namespace: ModuleNamespace, options: MountOptions): RecognisedApp | undefined {
  const [exported, selected] = exportsOf(namespace, options.export);
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
