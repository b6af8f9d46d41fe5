import { expect } from '@esm-bundle/chai';
import fc from 'fast-check';
import './define.js';
import { createRemote, insertHost, journalOf, recordEvents, silence } from '../test/browser/support/tags.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

/** What a page author expects of the tag, in the fewest words. */
class Model {
  /** Whether an app should be there in the end, if its module is good. */
  isWanted = false;
  module = './Plain';
  /** Whether the tag is in the document, and whether it has been long enough to notice. */
  isInserted = false;
  isConnected = false;

  insert(): void {
    this.isInserted = true;
    if (!this.isConnected) this.isWanted = true;
    this.isConnected = true;
  }

  /** A task has passed: who was taken out is out. */
  pass(): void {
    if (this.isInserted) return;
    this.isConnected = false;
    this.isWanted = false;
  }

  wish(): void {
    if (this.isConnected) this.isWanted = true;
  }
}

/** What may happen to the tag: done to both, and checked at once. */
const actions: Readonly<Record<string, (model: Model, remote: Remote) => void | Promise<void>>> = {
  async insert(model, remote) {
    model.insert();
    document.body.append(remote);
    // It reads its attributes a few microtasks later.
    for (let n = 0; n < 10; n++) await null;
  },
  remove(model, remote) {
    model.isInserted = false;
    remote.remove();
  },
  move(model, remote) {
    if (!model.isInserted) return;
    document.body.prepend(remote);
  },
  plain: (model, remote) => choose(model, remote, './Plain'),
  slow: (model, remote) => choose(model, remote, './Slow'),
  broken: (model, remote) => choose(model, remote, './Nothing'),
  props(_model, remote) {
    remote.props = { n: Math.random() };
  },
  load(model, remote) {
    void remote.load();
    model.wish();
    if (model.isConnected) expect(remote.status).not.to.equal('unloaded');
  },
  reload(model, remote) {
    void remote.reload();
    model.wish();
    if (model.isConnected) expect(remote.status).to.equal('loading');
  },
  retry(_model, remote) {
    void remote.retry();
    expect(remote.status).not.to.equal('error');
  },
  abort(model, remote) {
    remote.abort();
    expect(remote.status).not.to.equal('loading');
    if (remote.status === 'unloaded') model.isWanted = false;
  },
  unmount(model, remote) {
    remote.unmount();
    model.isWanted = false;
    expect(remote.status).to.equal('unloaded');
  },
  microtask: () => Promise.resolve(),
  task: async (model) => {
    await new Promise((resolve) => setTimeout(resolve));
    model.pass();
  },
  moment: async (model) => {
    await new Promise((resolve) => setTimeout(resolve, 12));
    model.pass();
  },
};

function choose(model: Model, remote: Remote, module: string): void {
  if (module !== model.module) model.wish();
  model.module = module;
  remote.module = module;
}

/** How many apps are mounted in the element, as far as the apps know. */
function countApps(remote: Remote): number {
  const journal = journalOf(remote);
  const count = (what: string): number => journal.filter((entry) => entry === what).length;
  return count('mount') - count('unmount');
}

/** Waits until there is one app if it is loaded, else none. One that is forgotten makes it wait for ever. */
async function settle(model: Model, remote: Remote): Promise<void> {
  await actions.moment?.(model, remote);
  if (remote.status === 'loading') await remote.loaded.catch(() => {});
  const isQuiet = (count: number): boolean => countApps(remote) === count && remote.children.length === count;
  while (!isQuiet(remote.status === 'loaded' ? 1 : 0)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The status that a tag comes to rest in. */
function restOf({ isWanted, module }: Model): string {
  if (!isWanted) return 'unloaded';
  return module === './Nothing' ? 'error' : 'loaded';
}

/** What each event may be followed by. */
const followers: Readonly<Record<string, readonly string[]>> = {
  start: ['loadstart'],
  loadstart: ['beforemount', 'error', 'abort'],
  beforemount: ['load', 'error', 'abort'],
  load: ['unmount'],
  error: ['loadstart'],
  abort: ['loadstart'],
  unmount: ['loadstart'],
};

describe('RemoteController', () => {
  const unhandled: unknown[] = [];
  const listen = (event: PromiseRejectionEvent): unknown => unhandled.push(event.reason);

  before(async () => {
    addEventListener('unhandledrejection', listen);
    await insertHost().ready;
  });
  after(() => removeEventListener('unhandledrejection', listen));

  it('keeps its promises, whatever is done to the tag in whatever order', async () => {
    const sequence = fc.array(fc.constantFrom(...Object.keys(actions)), { minLength: 1, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(sequence, async (names) => {
        const remote = createRemote({ remote: 'tags', module: './Plain' });
        const model = new Model();
        const events = recordEvents(remote);
        silence(remote);
        for (const name of names) await actions[name]?.(model, remote);
        await settle(model, remote);

        expect(remote.status).to.equal(restOf(model));
        for (const [index, type] of events.entries()) {
          expect(followers[events[index - 1] ?? 'start'], events.join(' ')).to.include(type);
        }
        remote.remove();
        await actions.task?.(model, remote);
        expect(unhandled).to.deep.equal([]);
      }),
      { numRuns: 150, includeErrorInReport: true },
    );
  }).timeout(60_000);
});
