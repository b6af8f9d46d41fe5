import { expect } from '@esm-bundle/chai';
import type { MountedModule, Props } from '../mount-api.js';
import { mountModule } from '../mount-module.js';

interface AppProps extends Props {
  readonly name: string;
  readonly domElement: HTMLElement;
}

/** An app of single-spa that says what is asked of it. */
function createApp(asList: boolean): { lifecycles: Record<string, unknown>; journal: string[]; names: string[] } {
  const journal: string[] = [];
  const names: string[] = [];
  const note = (lifecycle: string) => async (props: AppProps) => {
    journal.push(`${lifecycle} ${props.text} ${props.domElement.localName}`);
    names.push(props.name);
  };
  const each = (lifecycle: string): unknown => (asList ? [note(lifecycle), async () => {}] : note(lifecycle));
  const lifecycles = {
    bootstrap: each('bootstrap'),
    mount: each('mount'),
    unmount: each('unmount'),
    update: each('update'),
  };
  return { lifecycles, journal, names };
}

describe('an app of single-spa', () => {
  const mount = (namespace: Props): Promise<MountedModule> =>
    mountModule(namespace, document.createElement('div'), { remote: 'cart', module: './Cart', props: { text: 'a' } });

  for (const asList of [false, true]) {
    it(`is bootstrapped, mounted, updated and unmounted, with ${asList ? 'lists' : 'functions'}`, async () => {
      const { lifecycles, journal } = createApp(asList);
      const mounted = await mount(lifecycles);
      await mounted.update({ text: 'b' });
      await mounted.unmount();
      expect(mounted.contract).to.equal('single-spa');
      expect(journal).to.deep.equal(['bootstrap a div', 'mount a div', 'update b div', 'unmount a div']);
    });
  }

  it('is bootstrapped once for two instances, which have names of their own', async () => {
    const { lifecycles, journal, names } = createApp(false);
    await Promise.all([mount(lifecycles), mount(lifecycles)]);
    expect(journal).to.deep.equal(['bootstrap a div', 'mount a div', 'mount a div']);
    expect(new Set(names.slice(1)).size).to.equal(2);
  });

  it('may be the default export', async () => {
    const { lifecycles, journal } = createApp(false);
    await mount({ default: lifecycles });
    expect(journal).to.deep.equal(['bootstrap a div', 'mount a div']);
  });

  it('needs no bootstrap if it has lists', async () => {
    let mounts = 0;
    const { contract } = await mount({ mount: [() => mounts++], unmount: [() => {}] });
    expect([contract, mounts]).to.deep.equal(['single-spa', 1]);
  });
});
