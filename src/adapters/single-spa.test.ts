import { expect } from '@esm-bundle/chai';
import { frameworksTimeout, importFixture } from '../../test/browser/support/framework.js';
import type { MountContext } from './mount.js';
import { toMount as toReactMount } from './react.js';
import { type Lifecycles, type ParcelConfig, type ParcelProps, toMount, toParcel } from './single-spa.js';

interface Parcel {
  readonly mountPromise: Promise<unknown>;
  update(props: object): Promise<unknown>;
  unmount(): Promise<unknown>;
}
interface SingleSpa {
  mountRootParcel(config: ParcelConfig, props: object): Parcel;
}

const context = (props: object): MountContext => ({
  props: { ...props },
  signal: new AbortController().signal,
  host: document.body,
  remote: 'cart',
  module: './Cart',
  base: '/',
  params: {},
  emit: () => true,
});

describe('toMount of the lifecycles of single-spa', function () {
  this.timeout(frameworksTimeout);

  it('mounts, updates and unmounts an app of its own helper for React', async () => {
    const { lifecycles } = await importFixture('single-spa-counter');
    const target = document.createElement('div');
    document.body.append(target);
    const app = await toMount(lifecycles as Lifecycles)(target, context({ text: 'Hello' }));
    expect(target.textContent).to.equal('Hello0');
    await app.update({ text: 'Good day' }, context({ text: 'Good day' }));
    expect(target.textContent).to.equal('Good day0');
    await app.unmount();
    expect(target.textContent).to.equal('');
    target.remove();
  });

  it('gives a name of its own to each instance, and bootstraps once', async () => {
    const seen: string[] = [];
    const note = (step: string) => (props: { readonly name: string }) => void seen.push(`${step} ${props.name}`);
    const mount = toMount({ bootstrap: note('bootstrap'), mount: [note('mount')], unmount: note('unmount') });
    await mount(document.createElement('div'), context({}));
    await mount(document.createElement('div'), context({}));
    expect(new Set(seen).size).to.equal(3);
    expect(seen.filter((step) => step.startsWith('bootstrap'))).to.have.length(1);
  });
});

describe('toParcel', () => {
  const create = async (): Promise<ParcelConfig> => {
    const { Counter } = await importFixture('react-counter');
    const react = { ...(await importFixture('react')), ...(await importFixture('react-dom-client')) };
    return toParcel(toReactMount(Counter, react as never));
  };

  it('makes a parcel that single-spa mounts, updates and unmounts', async () => {
    const { mountRootParcel } = (await importFixture('single-spa')) as unknown as SingleSpa;
    const domElement = document.createElement('div');
    document.body.append(domElement);
    const parcel = mountRootParcel(await create(), { domElement, text: 'Hello' });
    await parcel.mountPromise;
    expect(domElement.textContent).to.equal('Hello0');
    await parcel.update({ domElement, text: 'Good day' });
    expect(domElement.textContent).to.equal('Good day0');
    await parcel.unmount();
    expect(domElement.textContent).to.equal('');
    domElement.remove();
  });

  it('keeps two parcels apart, and gives the app custom props only', async () => {
    const seen: object[] = [];
    const mount = (_target: unknown, { props }: MountContext) => {
      seen.push(props);
      return { unmount: () => seen.push({ gone: props.text }) };
    };
    const parcel = toParcel(mount);
    const given = (name: string): ParcelProps => ({
      name,
      domElement: document.createElement('div'),
      singleSpa: {},
      mountParcel: () => {},
      text: name,
    });
    await parcel.mount(given('a'));
    await parcel.mount(given('b'));
    await parcel.unmount(given('a'));
    expect(seen).to.deep.equal([{ text: 'a' }, { text: 'b' }, { gone: 'a' }]);
  });

  it('aborts the signal of the app with it, also when unmounting fails', async () => {
    let signal: AbortSignal | undefined;
    const parcel = toParcel((_target, given) => {
      signal = given.signal;
      return () => Promise.reject(new Error('no'));
    });
    const given = { name: 'a', domElement: document.createElement('div') };
    await parcel.mount(given);
    const error = await parcel.unmount(given).catch((reason) => reason);
    expect([error.message, signal?.aborted]).to.deep.equal(['no', true]);
  });

  it('aborts the signal of an app that could not be mounted', async () => {
    let signal: AbortSignal | undefined;
    const parcel = toParcel((_target, given) => {
      signal = given.signal;
      throw new Error('no');
    });
    const error = await parcel.mount({ domElement: document.createElement('div') }).catch((reason) => reason);
    expect([error.message, signal?.aborted]).to.deep.equal(['no', true]);
  });

  it('puts an application into the element that single-spa keeps for its name', async () => {
    const parcel = toParcel((target) => target.append('Hello'));
    await parcel.mount({ name: 'cart' });
    const element = document.getElementById('single-spa-application:cart');
    expect(element?.textContent).to.equal('Hello');
    element?.remove();
  });
});
