import { expect } from '@esm-bundle/chai';
import '../../components/define.js';
import type { FederationRemote } from '../../components/federation-remote.js';
import { frameworksTimeout, importFixture } from './support/framework.js';
import { contentOf, insertHost, journalOf, nextEvent, nextTask } from './support/tags.js';
import { until } from './support/until.js';

/** What an app of a framework shows. */
interface State {
  /** Ids of its remotes, each of which has its own as key. */
  readonly order: readonly string[];
  /** In a heading before the remotes, and as their placeholder. */
  readonly text: string;
  readonly placeholder: 'elements' | 'text';
  readonly props: object;
  /** Counts what is drawn: the heading has it in its id. */
  readonly drawing: number;
  /** Called by the framework's own listeners. */
  heard(what: string): void;
}

interface Host {
  render(state: State): void;
  stop(): void;
}

const hosts = {
  'React 19': 'react-host',
  'React 19, by our components': 'react-wrapper-host',
  'React 18, by our components': 'react-18-wrapper-host',
  'Vue 3': 'vue-host',
  'Svelte 5': 'svelte-host',
  'Preact 11': 'preact-host',
  Solid: 'solid-host',
};

let serial = 0;

for (const [framework, fixture] of Object.entries(hosts)) {
  describe(`in an app of ${framework}, <federation-remote>`, () => {
    let startHost: unknown;
    let target: HTMLElement;
    let host: Host;
    let state: State;
    let heard: string[];
    const idOf = (letter: string): string => `${letter}${serial}`;
    const render = (change: Partial<State> = {}): Promise<void> => {
      state = { ...state, ...change, drawing: state.drawing + 1 };
      host.render(state);
      return until(() => target.querySelector('h2')?.id, `drawing-${state.drawing}`);
    };
    const remoteOf = (id: string): FederationRemote => target.querySelector(`[id^=${id}]`) as FederationRemote;
    const start = async (change: Partial<State> = {}): Promise<FederationRemote> => {
      await render(change);
      const remote = remoteOf(state.order[0] ?? '');
      await remote.loaded.catch(() => {});
      return remote;
    };

    before(async function () {
      this.timeout(frameworksTimeout);
      insertHost();
      ({ start: startHost } = await importFixture(fixture));
    });
    beforeEach(() => {
      target = document.createElement('div');
      document.body.append(target);
      host = (startHost as (target: HTMLElement) => Host)(target);
      heard = [];
      const props = { currency: 'EUR' };
      state = {
        drawing: 0,
        order: [`a${++serial}`],
        text: 'One',
        placeholder: 'elements',
        props,
        heard: (what) => void heard.push(what),
      };
    });
    afterEach(async () => {
      host.stop();
      target.remove();
      await nextTask();
    });

    it('gets objects as props, and plain text as attributes', async () => {
      const remote = await start();
      expect(contentOf(remote)?.textContent).to.equal('plain {"currency":"EUR"}');
      expect([remote.getAttribute('remote'), remote.className]).to.deep.equal(['tags', 'hosted']);
    });

    it('is heard by listeners of the framework, by the last that were rendered', async () => {
      const remote = await start();
      await render({ text: 'Two' });
      const loaded = nextEvent(remote, 'load');
      await remote.reload();
      await loaded;
      expect(heard).to.deep.equal([`${remote.id} load One`, `${remote.id} load Two`]);
    });

    it('tells it when it fails', async () => {
      const isQuiet = new AbortController();
      document.addEventListener('error', (event) => event.preventDefault(), { capture: true, signal: isQuiet.signal });
      const remote = await start({ order: ['broken'] });
      isQuiet.abort();
      expect(remote.status).to.equal('error');
      expect(heard).to.deep.equal(['broken exposed-unknown']);
    });

    it('updates its app when props change, and keeps it', async () => {
      const remote = await start();
      const content = contentOf(remote);
      await render({ props: { currency: 'CHF' } });
      await nextTask();
      expect(contentOf(remote)).to.equal(content);
      expect(content?.textContent).to.equal('plain {"currency":"CHF"}');
      expect(journalOf(remote)).to.deep.equal(['mount', 'update']);
    });

    for (const [what, from, to] of [
      ['elements', 'elements', 'elements'],
      ['one text', 'text', 'text'],
      ['elements, then text', 'elements', 'text'],
      ['text, then elements', 'text', 'elements'],
    ] as const) {
      it(`keeps its app when it is rendered anew around it: ${what}`, async () => {
        const remote = await start({ placeholder: from });
        const content = contentOf(remote);
        await render({ text: 'Two', placeholder: to });
        await nextTask();
        expect(target.querySelector('h2')?.textContent).to.equal('Two');
        expect(remoteOf('a')).to.equal(remote);
        expect(contentOf(remote)).to.equal(content);
        expect(content?.isConnected).to.equal(true);
        expect(remote.textContent).to.contain('Two');
        expect(journalOf(remote)).to.deep.equal(['mount']);
      });
    }

    it('keeps its app when it changes places with another', async () => {
      const first = await start({ order: ['a', 'b', 'c'].map(idOf) });
      await Promise.all(['b', 'c'].map((id) => remoteOf(id).loaded));
      await render({ order: ['c', 'b', 'a'].map(idOf) });
      await nextTask();
      expect(remoteOf('a')).to.equal(first);
      expect(Array.from(target.querySelectorAll('federation-remote'), ({ id }) => id[0])).to.deep.equal([
        'c',
        'b',
        'a',
      ]);
      expect(journalOf(first)).to.deep.equal(['mount']);
    });

    it('unmounts its app when it is rendered no more', async () => {
      const remote = await start();
      const gone = nextEvent(remote, 'unmount');
      await render({ order: [] });
      await gone;
      await nextTask();
      expect(journalOf(remote)).to.deep.equal(['mount', 'unmount']);
    });
  });
}
