import { expect } from '@esm-bundle/chai';
import type { ModuleNamespace } from '../federation-api.js';
import type { MountedModule, MountOptions } from '../mount-api.js';
import { mountModule } from '../mount-module.js';

let serial = 0;
const freeTag = (): string => `test-element-${++serial}`;

describe('a custom element', () => {
  let target: HTMLElement;
  const mount = (namespace: ModuleNamespace, options: Partial<MountOptions> = {}): Promise<MountedModule> =>
    mountModule(namespace, target, { remote: 'cart', module: './Cart', ...options });
  beforeEach(() => {
    target = document.createElement('div');
    document.body.append(target);
  });
  afterEach(() => target.remove());

  it('that is the default export is put in the target, and taken out', async () => {
    const tag = freeTag();
    class Cart extends HTMLElement {}
    customElements.define(tag, Cart);
    const mounted = await mount({ default: Cart });
    expect(mounted.contract).to.equal('element');
    expect(mounted.instance).to.be.instanceOf(Cart);
    expect(target.firstElementChild).to.equal(mounted.instance);
    await mounted.unmount();
    expect(target.children).to.have.length(0);
  });

  const tags: readonly (readonly [what: string, statics: object, element: string | undefined, tag: RegExp])[] = [
    ['the tag that is asked for', { tagName: 'own-tag' }, 'asked-for', /^asked-for$/],
    ['its own tag', { tagName: 'own-tag' }, undefined, /^own-tag$/],
    ['its own tag, by another name', { is: 'other-tag' }, undefined, /^other-tag$/],
    ['a free one', {}, undefined, /^x-cart-cart$/],
    ['a free one, where that is taken', {}, undefined, /^x-cart-cart-2$/],
    ['a free one, where the one that is asked for is taken', {}, 'asked-for', /^asked-for-2$/],
  ];
  for (const [what, statics, element, tag] of tags) {
    it(`that is not defined is defined by ${what}`, async () => {
      const elementClass = Object.assign(class extends HTMLElement {}, statics);
      const { instance } = await mount({ default: elementClass }, { element });
      expect((instance as HTMLElement).localName).to.match(tag);
    });
  }

  it('is defined once for two instances', async () => {
    class Cart extends HTMLElement {}
    const [first, second] = [await mount({ default: Cart }), await mount({ default: Cart })];
    expect((first.instance as HTMLElement).localName).to.equal((second.instance as HTMLElement).localName);
    expect(first.instance).not.to.equal(second.instance);
  });

  it('that is one of several exports is chosen by name', async () => {
    class A extends HTMLElement {}
    class B extends HTMLElement {}
    expect((await mount({ A, B }, { export: 'B' })).instance).to.be.instanceOf(B);
  });

  it('that the module defines is made by its tag', async () => {
    const tag = freeTag();
    customElements.define(tag, class extends HTMLElement {});
    const { contract, instance } = await mount({}, { element: tag });
    expect([contract, (instance as HTMLElement).localName]).to.deep.equal(['define', tag]);
  });

  it('gets its props as properties before it is connected, and later ones', async () => {
    class Cart extends HTMLElement {
      items: object[] = [];
      seen: object[] | undefined;
      connectedCallback(): void {
        this.seen = this.items;
      }
    }
    const items = [{ id: 1 }];
    const mounted = await mount({ default: Cart }, { props: { items } });
    const cart = mounted.instance as Cart;
    expect(cart.seen).to.equal(items);
    await mounted.update({ items: [] });
    expect(cart.items).to.deep.equal([]);
  });

  it('gets its route as properties, if it has one and its props do not say otherwise', async () => {
    class Cart extends HTMLElement {}
    const { instance: plain } = await mount({ default: Cart });
    expect(plain).not.to.have.property('params');
    const route = { base: '/shop/', params: { id: '7' } };
    const mounted = await mount({ default: Cart }, { ...route, props: { base: 'mine' } });
    expect(mounted.instance).to.deep.include({ base: 'mine', params: { id: '7' } });
    await mounted.update({}, { base: '/shop/', params: { id: '8' } });
    expect(mounted.instance).to.deep.include({ base: '/shop/', params: { id: '8' } });
  });

  it('keeps its class, whatever JSON says', async () => {
    class Cart extends HTMLElement {}
    const { instance } = await mount(
      { default: Cart },
      { props: JSON.parse('{ "__proto__": { "stolen": true }, "a": 1 }') },
    );
    expect(instance).to.be.instanceOf(Cart);
    expect(instance).to.include({ a: 1 }).and.not.to.have.property('stolen');
  });

  it('that throws while it is made fails with its own error', async () => {
    class Cart extends HTMLElement {
      constructor() {
        super();
        throw new TypeError('no');
      }
    }
    customElements.define(freeTag(), Cart);
    const error = await mount({ default: Cart }).catch((reason) => reason);
    expect([error.code, error.details.reason]).to.deep.equal(['mount-failed', 'no']);
  });
});
