import { type Lifecycles, toMount } from '../../adapters/single-spa.js';
import { asObject, type Contract } from './contract.js';
import { startObject } from './mount-contracts.js';

/** The lifecycles of single-spa: `mount` beside `bootstrap`, or lists of functions. */
export const singleSpaContract: Contract = {
  name: 'single-spa',
  recognise(exported, selected) {
    const lifecycles = [exported, asObject(selected)].find(hasLifecycles) as Lifecycles | undefined;
    return lifecycles && startObject({ mount: toMount(lifecycles) });
  },
};

function hasLifecycles(candidate: Readonly<Record<string, unknown>> | undefined): boolean {
  return !!candidate?.mount && (!!candidate.bootstrap || Array.isArray(candidate.mount));
}
