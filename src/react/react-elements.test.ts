import { expect } from '@esm-bundle/chai';
import '../../components/define.js';
import type { FederationHost as FederationHostElement } from '../../components/federation-host.js';
import { frameworksTimeout, importFixture } from '../../test/browser/support/framework.js';
import { until } from '../../test/browser/support/until.js';

type Render = (component: unknown, props: object, ...children: unknown[]) => Promise<HTMLElement>;

const versions = [
  [19, 'react', 'react-dom-client', 'react-wrapper'],
  [18, 'react-18', 'react-dom-client-18', 'react-18-wrapper'],
] as const;

let drawings = 0;

for (const [version, react, client, wrapper] of versions) {
  describe(`in React ${version}, the component of a tag`, () => {
    let FederationHost: unknown;
    let FederationRemote: unknown;
    let render: Render;
    let stop: () => void;
    before(async function () {
      this.timeout(frameworksTimeout);
      ({ FederationHost, FederationRemote } = await importFixture(wrapper));
    });
    beforeEach(async () => {
      const { createElement, createRoot } = { ...(await importFixture(react)), ...(await importFixture(client)) } as {
        createElement(component: unknown, props: object, ...children: unknown[]): unknown;
        createRoot(target: HTMLElement): { render(element: unknown): void; unmount(): void };
      };
      const target = document.createElement('div');
      document.body.append(target);
      const root = createRoot(target);
      render = async (component, props, ...children) => {
        const drawing = `${++drawings}`;
        root.render(createElement(component, { ...props, 'data-drawing': drawing }, ...children));
        await until(() => (target.firstElementChild as HTMLElement | null)?.dataset.drawing, drawing);
        return target.firstElementChild as HTMLElement;
      };
      stop = () => {
        root.unmount();
        target.remove();
      };
    });
    afterEach(() => stop());

    it('gives the element what it is given, booleans too', async () => {
      const host = (await render(FederationHost, {
        allow: 'https://a.example',
        timeout: 5,
        strict: true,
        hidden: false,
      })) as FederationHostElement;
      const { allow, timeout, strict, hidden } = host;
      expect([allow, timeout, strict, hidden]).to.deep.equal(['https://a.example', 5, true, false]);
      await render(FederationHost, { strict: false, 'aria-busy': false });
      expect([host.strict, host.getAttribute('aria-busy')]).to.deep.equal([false, 'false']);
    });

    it('takes className, and children', async () => {
      const remote = await render(FederationRemote, { className: 'cart' }, 'Soon');
      expect([remote.className, remote.textContent]).to.deep.equal(['cart', 'Soon']);
    });

    it('sets props as a property, and takes it away again', async () => {
      const props = { items: [1] };
      const remote = (await render(FederationRemote, { props })) as HTMLElement & { props: unknown };
      expect(remote.props).to.equal(props);
      expect(remote.hasAttribute('props')).to.equal(false);
      await render(FederationRemote, {});
      expect(remote.props).to.equal(undefined);
    });

    it('calls the handler that was rendered last, once for each event', async () => {
      const heard: string[] = [];
      const remote = await render(FederationRemote, { onLoad: () => heard.push('first') });
      await render(FederationRemote, {
        onLoad: ({ type }: Event) => heard.push(type),
        onClick: () => heard.push('click'),
      });
      for (const type of ['load', 'abort']) remote.dispatchEvent(new Event(type));
      remote.click();
      await render(FederationRemote, {});
      remote.dispatchEvent(new Event('load'));
      expect(heard).to.deep.equal(['load', 'click']);
    });

    if (version === 19) {
      it('hands its ref on, whichever kind it is', async () => {
        const reference: { current: unknown } = { current: null };
        const remote = await render(FederationRemote, { ref: reference });
        expect(reference.current).to.equal(remote);
        const seen: unknown[] = [];
        await render(FederationRemote, { ref: (element: unknown) => seen.push(element) && undefined });
        await render(FederationRemote, {});
        expect([reference.current, ...seen]).to.deep.equal([null, remote, null]);
      });
    }
  });
}
