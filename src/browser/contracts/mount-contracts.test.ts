import { expect } from '@esm-bundle/chai';
import type { ModuleNamespace } from '../federation-api.js';
import type { MountOptions } from '../mount-api.js';
import { mountModule } from '../mount-module.js';

type Journal = string[];

/** Modules of each contract that say what becomes of them. */
const modules: readonly (readonly [
  what: string,
  contract: string,
  create: (journal: Journal) => ModuleNamespace,
  options?: Partial<MountOptions>,
])[] = [
  ['exports mount, which gives nothing', 'mount', (journal) => ({ mount: () => journal.push('mounted') && undefined })],
  [
    'exports mount, which gives a function',
    'mount',
    (journal) => ({ mount: () => journal.push('mounted') && (() => journal.push('unmounted')) }),
  ],
  [
    'exports mount, which gives a handle',
    'mount',
    (journal) => ({ mount: () => journal.push('mounted') && { unmount: () => journal.push('unmounted') } }),
  ],
  [
    'exports mount, which promises a handle',
    'mount',
    (journal) => ({
      mount: async () => journal.push('mounted') && { unmount: async () => journal.push('unmounted') },
    }),
  ],
  [
    'exports mount and unmount',
    'mount',
    (journal) => ({
      mount: () => void journal.push('mounted'),
      unmount: (target: HTMLElement) => journal.push(`unmounted of ${target.className}`),
    }),
  ],
  [
    'has an object with mount as default',
    'object',
    (journal) => ({
      default: {
        name: 'it',
        mount() {
          journal.push(`mounted ${(this as { name?: string }).name}`);
        },
        unmount() {
          journal.push(`unmounted ${(this as { name?: string }).name}`);
        },
      },
    }),
  ],
  [
    'has an object with render and destroy as default',
    'object',
    (journal) => ({
      default: { render: () => void journal.push('mounted'), destroy: () => journal.push('unmounted') },
    }),
  ],
  [
    'exports render and destroy',
    'object',
    (journal) => ({ render: () => void journal.push('mounted'), destroy: () => journal.push('unmounted') }),
  ],
  [
    'exports an object by another name',
    'mount',
    (journal) => ({ cart: { mount: () => journal.push('mounted') && (() => journal.push('unmounted')) } }),
    { export: 'cart' },
  ],
  [
    'has a function as default',
    'function',
    (journal) => ({ default: () => journal.push('mounted') && (() => journal.push('unmounted')) }),
  ],
  [
    'exports a function by another name',
    'function',
    (journal) => ({ start: () => journal.push('mounted') && (() => journal.push('unmounted')) }),
    { export: 'start' },
  ],
];

describe('a module that', () => {
  for (const [what, contract, create, options] of modules) {
    it(`${what} is mounted as ${contract}, and unmounted`, async () => {
      const journal: Journal = [];
      const target = document.createElement('div');
      target.className = 'it';
      const mounted = await mountModule(create(journal), target, { remote: 'cart', module: './Cart', ...options });
      expect(mounted.contract).to.equal(contract);
      expect(journal[0]).to.match(/^mounted/);
      await mounted.unmount();
      expect(journal.slice(1).join()).to.match(/^unmounted( of it| it)?$|^$/);
      expect(journal).to.have.length(what.endsWith('nothing') ? 1 : 2);
    });
  }

  it('gives a handle is updated through it, and its instance is the handle', async () => {
    const seen: object[] = [];
    const handle = { update: (props: object) => seen.push(props) };
    const mounted = await mountModule({ mount: () => handle }, document.createElement('div'), {
      remote: 'a',
      module: './A',
    });
    await mounted.update({ a: 1 });
    expect(seen).to.deep.equal([{ a: 1 }]);
    expect(mounted.instance).to.equal(handle);
  });
});
