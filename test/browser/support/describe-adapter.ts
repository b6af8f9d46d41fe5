import { expect } from '@esm-bundle/chai';
import type { AppMount } from '../../../src/adapters/mount.js';
import type { MountedModule, MountOptions, Props } from '../../../src/browser/mount-api.js';
import { mountModule } from '../../../src/browser/mount-module.js';
import { frameworksTimeout } from './framework.js';

/**
 * What holds for the adapter of each framework, shown by a counter in it.
 *
 * The counter shows its `text`, and a button that counts and emits `press`; it notes in its `journal` that it was
 * mounted and unmounted, throws if it `fails`, and once its count is `failsLater`.
 *
 * @param create - Makes `mount` of the counter.
 */
export function describeAdapter(framework: string, create: () => Promise<AppMount>): void {
  describe(`a component of ${framework}`, () => {
    let target: HTMLElement;
    let mount: AppMount;
    before(async function () {
      this.timeout(frameworksTimeout);
      mount = await create();
    });
    beforeEach(() => {
      target = document.createElement('div');
      document.body.append(target);
    });
    afterEach(() => target.remove());
    const start = (props: Props, options: Partial<MountOptions> = {}, place: HTMLElement | ShadowRoot = target) =>
      mountModule({ mount }, place, { remote: 'cart', module: './Cart', props, ...options });
    const press = (place: HTMLElement | ShadowRoot = target): void => place.querySelector('button')?.click();

    it('is there with its props once it is mounted', async () => {
      await start({ text: 'Hello' });
      expect(target.textContent).to.equal('Hello0');
    });

    it('takes other props without losing what it knows', async () => {
      const journal: string[] = [];
      const mounted = await start({ text: 'Hello', journal });
      const paragraph = target.querySelector('p');
      press();
      await mounted.update({ text: 'Good day', journal });
      expect(target.textContent).to.equal('Good day1');
      expect(target.querySelector('p')).to.equal(paragraph);
      expect(journal).to.deep.equal(['mounted']);
    });

    it('forgets a prop that is no longer given', async () => {
      const mounted = await start({ text: 'Hello' });
      await mounted.update({});
      expect(target.textContent?.replace('undefined', '')).to.equal('0');
    });

    it('tells the page by events, and knows its base', async () => {
      const heard: unknown[] = [];
      target.addEventListener('press', (event) => heard.push((event as CustomEvent).detail));
      await start({ text: 'Hello' }, { base: '/shop' });
      press();
      press();
      await settled();
      press();
      expect(target.querySelector('p')?.id).to.equal('/shop');
      expect(heard.at(0)).to.equal(1);
    });

    it('is told where it is when the route changes', async () => {
      const mounted = await start({ text: 'Hello' }, { base: '/shop' });
      await mounted.update({ text: 'Hello' }, { base: '/store', params: {} });
      expect(target.querySelector('p')?.id).to.equal('/store');
    });

    it('stands twice, each instance with its own props and state', async () => {
      const other = document.createElement('div');
      document.body.append(other);
      const first = await start({ text: 'A' });
      const second = await start({ text: 'B' }, {}, other);
      press();
      await first.update({ text: 'C' });
      expect([target.textContent, other.textContent]).to.deep.equal(['C1', 'B0']);
      await first.unmount();
      expect([target.textContent, other.textContent]).to.deep.equal(['', 'B0']);
      await second.unmount();
      other.remove();
    });

    it('stands in a shadow root', async () => {
      const root = target.attachShadow({ mode: 'open' });
      await start({ text: 'Hello' }, {}, root);
      press(root);
      await settled();
      expect(root.textContent).to.equal('Hello1');
    });

    it('cleans up when it is unmounted', async () => {
      const journal: string[] = [];
      const mounted = await start({ text: 'Hello', journal });
      await mounted.unmount();
      await settled();
      expect(target.childNodes).to.have.length(0);
      expect(journal).to.deep.equal(['mounted', 'unmounted']);
    });

    it('that throws as it is made fails to mount, with its own error, and leaves nothing', async () => {
      const error = await start({ text: 'Hello', fails: true }).catch((reason) => reason);
      expect([error.code, error.details?.phase, error.cause?.message]).to.deep.equal(['mount-failed', 'mount', 'no']);
      expect(target.textContent).to.equal('');
    });

    it('that throws as it is updated says so, and can be unmounted', async () => {
      const mounted: MountedModule = await start({ text: 'Hello' });
      const error = await mounted.update({ text: 'Hello', fails: true }).catch((reason) => reason);
      expect([error.code, error.details?.phase, error.cause?.message]).to.deep.equal(['mount-failed', 'update', 'no']);
      await mounted.unmount();
      expect(target.textContent).to.equal('');
    });

    it('that throws later is reported to the window', async () => {
      await start({ text: 'Hello', failsLater: 1 });
      const reported = new Promise<string>((resolve) => {
        const { onerror } = window;
        // The runner's own listener would fail the test.
        window.onerror = (message) => {
          window.onerror = onerror;
          resolve(String(message));
          return true;
        };
      });
      press();
      expect(await reported).to.match(/no$/);
    });
  });
}

/** Frameworks draw in a task or a microtask of their own. */
const settled = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
