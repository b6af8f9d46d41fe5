import { expect } from '@esm-bundle/chai';
import { FederationError } from '../../core/errors.js';
import type { ModuleNamespace } from '../federation-api.js';
import type { MountOptions } from '../mount-api.js';
import { recognisePlainly } from './plain-contracts.js';
import { recogniseContract } from './recognise-contract.js';

const mount = (): void => {};
class Cart extends HTMLElement {}
class Other extends HTMLElement {}
customElements.define('plain-cart', class extends HTMLElement {});

const namespaces: Readonly<Record<string, ModuleNamespace>> = {
  nothing: {},
  mount: { mount },
  'mount and bootstrap': { mount, bootstrap: mount },
  bootstrap: { bootstrap: mount, default: Cart },
  'mount as a list': { mount: [mount] },
  'mount as a list, and a class': { mount: [mount], default: Cart },
  'mount, and a class as default': { mount, default: Cart },
  'mount, and an app of single-spa as default': { mount, default: { mount, bootstrap: mount } },
  'mount, and an object with mount as default': { mount, default: { mount } },
  'mount as a value': { mount: 1, default: Cart },
  'a class as default': { default: Cart },
  'a class by a name': { Cart },
  'two classes': { Cart, default: Other },
  'an object with mount as default': { default: { mount } },
  'a function as default': { default: mount },
  'a component of Vue as default': { default: { setup: mount } },
};

const asked: readonly Partial<MountOptions>[] = [
  {},
  { element: 'plain-cart' },
  { export: 'Cart' },
  { export: 'mount' },
  { export: 'default' },
  ...['mount', 'element', 'define', 'object', 'function', 'single-spa', 'vue'].map((contract) => ({ contract })),
];

describe('recognisePlainly', () => {
  for (const [what, namespace] of Object.entries(namespaces)) {
    it(`sees in ${what} what recogniseContract sees, or leaves it to that`, async () => {
      for (const others of asked) {
        const options = { remote: 'cart', module: './Cart', element: 'plain-cart', ...others };
        const [plain] = recognisePlainly(namespace, options) ?? [];
        const [thorough] = await recogniseContract(namespace, options, FederationError).catch(() => []);
        expect([undefined, thorough], JSON.stringify(others)).to.include(plain);
      }
    });
  }

  const plain: readonly (readonly [what: string, contract: string])[] = [
    ['mount', 'mount'],
    ['a class as default', 'element'],
    ['mount, and a class as default', 'mount'],
    ['nothing', 'define'],
  ];
  for (const [what, contract] of plain) {
    it(`sees ${contract} in a module that exports ${what}`, () => {
      const namespace = namespaces[what] as ModuleNamespace;
      const options = { remote: 'cart', module: './Cart', element: 'plain-cart' };
      expect(recognisePlainly(namespace, options)?.[0]).to.equal(contract);
    });
  }
});
