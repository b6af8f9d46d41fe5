import { expect } from '@esm-bundle/chai';
import './define.js';
import { origins } from '../test/browser/support/origins.js';
import {
  closeGate,
  createRemote,
  insertHost,
  insertRemote,
  nextEvent,
  nextTask,
  recordEvents,
  silence,
  tagsEntry,
} from '../test/browser/support/tags.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

describe('the states of <federation-remote>', () => {
  let host: HTMLElementTagNameMap['federation-host'];

  before(() => {
    host = insertHost({ dead: `${origins.dead}/remoteEntry.json` });
  });
  afterEach(() => {
    setOnline(true);
    for (const node of document.querySelectorAll('federation-remote')) node.remove();
  });

  const statesOf = (remote: Remote): string[] =>
    ['loading', 'loaded', 'error', 'retrying', 'slow', 'offline'].filter((state) => remote.matches(`:state(${state})`));

  /** No browser lets a page take its network away. */
  function setOnline(isOnline: boolean): void {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
  }

  async function insertFailed(name: string): Promise<Remote> {
    const remote = createRemote({ remote: name, module: './Plain' });
    silence(remote);
    document.body.append(remote);
    await nextEvent(remote, 'error');
    return remote;
  }

  it('are loading, then loaded', async () => {
    const remote = insertRemote({ module: './Plain' });
    await nextEvent(remote, 'loadstart');
    expect(statesOf(remote)).to.deep.equal(['loading']);
    await remote.loaded;
    expect(statesOf(remote)).to.deep.equal(['loaded']);
    remote.unmount();
    expect(statesOf(remote)).to.deep.equal([]);
  });

  it('tell of a retry while it is one', async () => {
    const remote = await insertFailed('dead');
    expect(statesOf(remote)).to.deep.equal(['error']);
    const failed = nextEvent(remote, 'error');
    remote.retry().catch(() => {});
    expect(statesOf(remote)).to.deep.equal(['loading', 'retrying']);
    await failed;
    expect(statesOf(remote)).to.deep.equal(['error']);
  });

  it('call a load slow after three seconds, and no longer when it has ended', async () => {
    const open = closeGate();
    const remote = insertRemote({ module: './Gated', timeout: '8000' });
    await nextEvent(remote, 'loadstart');
    const start = performance.now();
    while (!remote.matches(':state(slow)')) await nextTask();
    expect(performance.now() - start).to.be.greaterThan(2900);
    expect(statesOf(remote)).to.deep.equal(['loading', 'slow']);
    expect(remote.status).to.equal('loading');
    open();
    await remote.loaded;
    expect(statesOf(remote)).to.deep.equal(['loaded']);
  });

  describe('without a network', () => {
    it('say so, and the load begins again when there is one', async () => {
      const name = `late-${crypto.randomUUID()}`;
      setOnline(false);
      const remote = await insertFailed(name);
      expect(statesOf(remote)).to.deep.equal(['error', 'offline']);
      await host.register(name, tagsEntry());
      setOnline(true);
      dispatchEvent(new Event('online'));
      expect(statesOf(remote)).to.deep.equal(['loading', 'retrying']);
      await remote.loaded;
      expect(statesOf(remote)).to.deep.equal(['loaded']);
    });

    it('begin again only once, and only if nothing else was asked for', async () => {
      setOnline(false);
      const [dropped, retried, removed] = [await insertFailed('a'), await insertFailed('b'), await insertFailed('c')];
      dropped.unmount();
      await retried.retry().catch(() => {});
      removed.remove();
      await nextTask();
      const types = [dropped, retried, removed].map(recordEvents);
      setOnline(true);
      dispatchEvent(new Event('online'));
      dispatchEvent(new Event('online'));
      await nextTask();
      expect(types.map((each) => each.filter((type) => type === 'loadstart').length)).to.deep.equal([0, 1, 0]);
    });

    it('are of no concern to what failed while there was one', async () => {
      const remote = await insertFailed('dead');
      const types = recordEvents(remote);
      dispatchEvent(new Event('online'));
      await nextTask();
      expect(types).to.deep.equal([]);
      expect(statesOf(remote)).to.deep.equal(['error']);
    });
  });
});
