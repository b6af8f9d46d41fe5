import { expect } from '@esm-bundle/chai';
import type { FederationError } from '../core/errors.js';
import type { ModuleNamespace } from './federation-api.js';
import type { MountContext, MountedModule, MountOptions } from './mount-api.js';
import { mountModule } from './mount-module.js';

const options: MountOptions = { remote: 'cart', module: './Cart' };
const failure = (work: Promise<unknown>): Promise<FederationError<'mount-failed'>> =>
  work.then(
    () => expect.fail('It did not fail.'),
    (error) => error,
  );

describe('mountModule', () => {
  let target: HTMLElement;
  const mount = (namespace: ModuleNamespace, others: Partial<MountOptions> = {}): Promise<MountedModule> =>
    mountModule(namespace, target, { ...options, ...others });
  beforeEach(() => {
    target = document.createElement('div');
    document.body.append(target);
  });
  afterEach(() => target.remove());

  describe('hands the app', () => {
    let context: MountContext;
    const namespace = {
      mount(_target: HTMLElement, given: MountContext) {
        context = given;
      },
    };

    it('its props, its names, and a signal that lives as long as it does', async () => {
      const mounted = await mount(namespace, { props: { currency: 'EUR' }, base: '/shop', params: { id: '7' } });
      expect(context.props).to.deep.equal({ currency: 'EUR' });
      expect([context.remote, context.module, context.base, context.params.id]).to.deep.equal([
        'cart',
        './Cart',
        '/shop',
        '7',
      ]);
      expect(context.signal.aborted).to.equal(false);
      await mounted.unmount();
      expect(context.signal.aborted).to.equal(true);
    });

    it('a way to tell the page: an event that bubbles, and can be cancelled', async () => {
      await mount(namespace);
      const heard: unknown[] = [];
      document.body.addEventListener(
        'buy',
        (event) => {
          heard.push((event as CustomEvent).detail);
          event.preventDefault();
        },
        { once: true },
      );
      expect(context.emit('buy', { id: 7 })).to.equal(false);
      expect(context.emit('other')).to.equal(true);
      expect(heard).to.deep.equal([{ id: 7 }]);
    });

    it('the host on which events are dispatched: what is given, else the target, else the host of the shadow root', async () => {
      await mount(namespace);
      expect(context.host).to.equal(target);
      await mount(namespace, { host: document.body });
      expect(context.host).to.equal(document.body);
      await mountModule(namespace, target.attachShadow({ mode: 'open' }), options);
      expect(context.host).to.equal(target);
    });
  });

  describe('asks the app', () => {
    it('to take other props and parameters', async () => {
      const seen: unknown[] = [];
      const mounted = await mount(
        {
          mount: () => ({
            update: (props: object, context: MountContext) => seen.push([props, context.props, context.params]),
          }),
        },
        { params: { id: '1' } },
      );
      await mounted.update({ a: 1 });
      await mounted.update({ a: 2 }, { base: '/', params: { id: '2' } });
      expect(seen).to.deep.equal([
        [{ a: 1 }, { a: 1 }, { id: '1' }],
        [{ a: 2 }, { a: 2 }, { id: '2' }],
      ]);
    });

    it('to unmount once, and nothing after', async () => {
      const asked: string[] = [];
      const mounted = await mount({
        mount: () => ({
          update: () => asked.push('update'),
          suspend: () => asked.push('suspend'),
          resume: () => asked.push('resume'),
          unmount: () => asked.push('unmount'),
        }),
      });
      await mounted.suspend();
      await mounted.resume();
      await Promise.all([mounted.unmount(), mounted.unmount()]);
      await mounted.update({});
      await mounted.suspend();
      await mounted.resume();
      expect(asked).to.deep.equal(['suspend', 'resume', 'unmount']);
    });
  });

  describe('given a signal', () => {
    it('does not mount if it is aborted before', async () => {
      let mounts = 0;
      const error = await failure(mount({ mount: () => mounts++ }, { signal: AbortSignal.abort('gone') }));
      expect([error, mounts]).to.deep.equal(['gone', 0]);
    });

    it('ends the waiting when it is aborted meanwhile, and unmounts once what still comes', async () => {
      const controller = new AbortController();
      let finish: (cleanup: () => void) => void = () => {};
      let unmounts = 0;
      let signal: AbortSignal | undefined;
      const mounting = failure(
        mount(
          {
            mount: (_target: HTMLElement, context: MountContext) => {
              signal = context.signal;
              return new Promise((resolve) => {
                finish = resolve;
              });
            },
          },
          { signal: controller.signal },
        ),
      );
      controller.abort('gone');
      expect(await mounting).to.equal('gone');
      expect([signal?.aborted, unmounts]).to.deep.equal([true, 0]);
      const unmounted = new Promise<void>((resolve) => finish(() => resolve(void unmounts++)));
      await unmounted;
      expect(unmounts).to.equal(1);
    });

    it('unmounts when it is aborted after', async () => {
      const controller = new AbortController();
      let unmounts = 0;
      const mounted = await mount({ mount: () => () => unmounts++ }, { signal: controller.signal });
      controller.abort();
      await mounted.unmount();
      expect(unmounts).to.equal(1);
    });
  });

  describe('given a timeout', () => {
    it('gives up an app that does not mount in time, and unmounts it at once if it does later', async () => {
      let finish: (cleanup: () => void) => void = () => {};
      let signal: AbortSignal | undefined;
      const slow = {
        mount(_target: HTMLElement, context: MountContext) {
          signal = context.signal;
          return new Promise((resolve) => {
            finish = resolve;
          });
        },
      };
      const error = await failure(mount(slow, { timeout: 1 }));
      expect([error.code, error.details]).to.deep.equal([
        'mount-timeout',
        { ...options, contract: 'mount', timeout: 1 },
      ]);
      expect(signal?.aborted).to.equal(true);
      await new Promise<void>((resolve) => finish(resolve));
    });

    it('leaves alone what has been mounted in time', async () => {
      let unmounts = 0;
      await mount({ mount: () => () => unmounts++ }, { timeout: 1 });
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unmounts).to.equal(0);
    });
  });

  describe('given an app that throws', () => {
    const phases = ['mount', 'update', 'suspend', 'resume', 'unmount'] as const;
    for (const phase of phases) {
      it(`rejects with mount-failed in ${phase}, with the cause`, async () => {
        const cause = new Error('no');
        const throws = (): never => {
          throw cause;
        };
        const namespace = phase === 'mount' ? { mount: throws } : { mount: () => ({ [phase]: throws }) };
        const error = await failure(
          mount(namespace).then((mounted) => (phase === 'mount' ? undefined : mounted[phase]({}))),
        );
        expect([error.code, error.cause]).to.deep.equal(['mount-failed', cause]);
        expect(error.details).to.deep.equal({
          remote: 'cart',
          module: './Cart',
          contract: 'mount',
          phase,
          reason: 'no',
        });
      });
    }

    it('aborts the signal also when mount throws', async () => {
      let signal: AbortSignal | undefined;
      await failure(
        mount({
          mount(_target: HTMLElement, context: MountContext) {
            signal = context.signal;
            throw new Error('no');
          },
        }),
      );
      expect(signal?.aborted).to.equal(true);
    });

    it('aborts the signal also when unmount throws', async () => {
      let signal: AbortSignal | undefined;
      const mounted = await mount({
        mount(_target: HTMLElement, context: MountContext) {
          signal = context.signal;
          return () => Promise.reject(new Error('no'));
        },
      });
      await failure(mounted.unmount());
      expect(signal?.aborted).to.equal(true);
    });
  });

  describe('given a module that keeps no contract', () => {
    const modules: readonly (readonly [what: string, namespace: ModuleNamespace, others?: Partial<MountOptions>])[] = [
      ['exports nothing', {}],
      ['exports values', { version: '1', items: [] }],
      ['has a class of something else as default', { default: class Store {} }],
      ['exports two element classes', { A: class extends HTMLElement {}, B: class extends HTMLElement {} }],
      ['lacks the export that is asked for', { mount() {} }, { export: 'Cart' }],
      ['lacks the contract that is asked for', { mount() {} }, { contract: 'single-spa' }],
      ['is to keep a contract that there is not', { mount() {} }, { contract: 'reactt' }],
      ['has not defined the tag that is asked for', {}, { element: 'not-defined' }],
    ];
    for (const [what, namespace, others] of modules) {
      it(`rejects with contract-missing, with the exports, if it ${what}`, async () => {
        const error = await failure(mount(namespace, others));
        expect(error.code).to.equal('contract-missing');
        expect(error.details).to.deep.include({ remote: 'cart', exported: Object.keys(namespace) });
      });
    }
  });

  it('recognises contracts in order', async () => {
    class ByDefault extends HTMLElement {}
    const all = {
      bootstrap() {},
      mount() {},
      unmount() {},
      default: ByDefault,
      Other: class extends HTMLElement {},
    };
    const { bootstrap: _bootstrap, ...withoutBootstrap } = all;
    const { mount: _mount, ...withoutMount } = withoutBootstrap;
    const cases = [
      [all, 'single-spa'],
      [withoutBootstrap, 'mount'],
      [withoutMount, 'element'],
      [{ default: { mount() {} }, Other: all.Other }, 'object'],
      [{ default() {}, Other: all.Other }, 'function'],
      [{ Other: all.Other }, 'element'],
    ] as const;
    for (const [namespace, contract] of cases) expect((await mount(namespace)).contract).to.equal(contract);
  });
});
