import { expect } from '@esm-bundle/chai';
import fc from 'fast-check';
import './define.js';
import { createRemote, insertHost, journalOf, recordEvents, silence } from '../test/browser/support/tags.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

/** The locations that the tag may have a route for: here it is to be shown, there not. */
const [here, there] = ['#here', '#there'] as const;

/** What a page author expects of the tag, in the fewest words. */
class Model {
  /** What should become of an app, if its module is good. */
  wish: 'none' | 'app' | 'suspended' = 'none';
  module = './Plain';
  hasRoute = false;
  isKept = false;
  /** Whether the tag is in the document, and whether it has been long enough to notice. */
  isInserted = false;
  isConnected = false;

  /** Whether it has a route that is not the current one. */
  get isAway(): boolean {
    return this.hasRoute && location.hash !== here;
  }

  insert(): void {
    this.isInserted = true;
    if (!this.isConnected && !this.isAway) this.wish = 'app';
    this.isConnected = true;
  }

  /** A task has passed: who was taken out is out. */
  pass(): void {
    if (this.isInserted) return;
    this.isConnected = false;
    this.wish = 'none';
  }

  want(): void {
    if (this.isConnected) this.wish = this.isAway ? 'none' : 'app';
  }

  /** Something is done after which it may have left its route, or entered it. */
  turn(remote: Remote, action: () => void): void {
    const wasAway = this.isAway;
    const isMounted = remote.instance !== undefined;
    action();
    if (!this.isConnected || this.isAway === wasAway) return;
    if (!this.isAway) this.wish = 'app';
    else this.wish = isMounted && this.isKept ? 'suspended' : 'none';
  }
}

/** What may happen to the tag: done to both, and checked at once. */
const actions: Readonly<Record<string, (model: Model, remote: Remote) => void | Promise<void>>> = {
  async insert(model, remote) {
    model.insert();
    document.body.append(remote);
    // It reads its attributes a few microtasks later.
    for (let n = 0; n < 10; n++) await null;
    if (model.hasRoute) await hearRouter(model, remote);
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
    if (!model.isAway) model.want();
    if (model.isConnected && !model.isAway) expect(remote.status).not.to.equal('unloaded');
  },
  reload(model, remote) {
    void remote.reload();
    model.want();
    if (model.isConnected) expect(remote.status).to.equal(model.isAway ? 'unloaded' : 'loading');
  },
  retry(_model, remote) {
    void remote.retry();
    expect(remote.status).not.to.equal('error');
  },
  abort(model, remote) {
    remote.abort();
    expect(remote.status).not.to.equal('loading');
    if (remote.status === 'unloaded') model.wish = 'none';
  },
  unmount(model, remote) {
    remote.unmount();
    model.wish = 'none';
    expect(remote.status).to.equal('unloaded');
  },
  suspend(model, remote) {
    remote.suspend();
    expect(remote.status).not.to.equal('loaded');
    if (remote.status === 'suspended') model.wish = 'suspended';
  },
  resume(model, remote) {
    remote.resume();
    if (model.wish === 'suspended' && !model.isAway) model.wish = 'app';
    if (!model.isAway) expect(remote.status).not.to.equal('suspended');
  },
  here: (model, remote) => model.turn(remote, () => go(here)),
  there: (model, remote) => model.turn(remote, () => go(there)),
  route: (model, remote) => setRoute(model, remote, true),
  everywhere: (model, remote) => setRoute(model, remote, false),
  keep(model, remote) {
    model.isKept = true;
    remote.keepAlive = true;
  },
  drop(model, remote) {
    model.isKept = false;
    remote.keepAlive = false;
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
  if (module !== model.module) model.want();
  model.module = module;
  remote.module = module;
}

/** Goes to a hash. Browsers do not like it often. */
function go(hash: string): void {
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

async function setRoute(model: Model, remote: Remote, hasRoute: boolean): Promise<void> {
  // What was asked for before was asked for without it. A tag that was never in a document has read nothing.
  if (remote.hasUpdated) await remote.updateComplete;
  model.turn(remote, () => {
    model.hasRoute = hasRoute;
    remote.pattern = hasRoute ? here : null;
  });
  if (remote.hasUpdated) await remote.updateComplete;
  await hearRouter(model, remote);
}

/** Waits until the tag has asked for the router, and then no less than it does itself. */
async function hearRouter(model: Model, remote: Remote): Promise<void> {
  await actions.task?.(model, remote);
  await import('./routes/routing.js');
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
  while (!isQuiet(remote.instance ? 1 : 0)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The status that a tag comes to rest in. */
function restOf({ wish, module }: Model): string {
  if (wish === 'none') return 'unloaded';
  if (wish === 'suspended') return 'suspended';
  return module === './Nothing' ? 'error' : 'loaded';
}

/** What each event may be followed by. */
const followers: Readonly<Record<string, readonly string[]>> = {
  start: ['loadstart'],
  loadstart: ['beforemount', 'error', 'abort'],
  beforemount: ['load', 'error', 'abort'],
  load: ['unmount', 'suspend'],
  suspend: ['resume', 'unmount'],
  resume: ['unmount', 'suspend'],
  error: ['loadstart'],
  abort: ['loadstart'],
  unmount: ['loadstart'],
};

describe('RemoteController', () => {
  const unhandled: unknown[] = [];
  const address = location.href;
  const listen = (event: PromiseRejectionEvent): unknown => unhandled.push(event.reason);

  before(async () => {
    addEventListener('unhandledrejection', listen);
    await insertHost().ready;
  });
  after(() => {
    removeEventListener('unhandledrejection', listen);
    history.replaceState(null, '', address);
  });

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
