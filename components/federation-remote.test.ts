import { expect } from '@esm-bundle/chai';
import '../components/define.js';
import { origins, requestsTo } from '../test/browser/support/origins.js';
import {
  contentOf,
  createRemote,
  insertHost,
  insertRemote,
  nextEvent,
  nextTask,
  recordEvents,
  silence,
  tagsEntry,
} from '../test/browser/support/tags.js';

describe('<federation-remote>', () => {
  before(() => {
    insertHost({
      dead: `${origins.dead}/remoteEntry.json`,
      hanging: tagsEntry('hang', origins.third),
      html: tagsEntry('html', origins.third),
    });
  });

  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote, .space')) node.remove();
  });

  describe('loads', () => {
    it('and mounts the module in the light DOM, and says so by events, state and properties', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' }, '<p>placeholder</p>');
      const types = recordEvents(remote);
      document.body.append(remote);
      const mounted = await remote.loaded;
      expect(contentOf(remote)?.textContent).to.equal('plain {}');
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'load']);
      expect(remote.status).to.equal('loaded');
      expect(remote.matches(':state(loaded)')).to.equal(true);
      expect(remote.instance).to.equal(mounted);
      expect(mounted.contract).to.equal('mount');
      expect(remote.currentSrc).to.equal(`${origins.second}/test/browser/fixtures/tags/plain.js`);
      expect(remote.error).to.equal(undefined);
    });

    it('and leaves the placeholder as it is', async () => {
      const remote = insertRemote({ module: './Plain' }, '<p>place<b>holder</b></p>');
      const [placeholder] = remote.children;
      await remote.loaded;
      expect(remote.firstElementChild).to.equal(placeholder);
      expect(placeholder?.outerHTML).to.equal('<p>place<b>holder</b></p>');
    });

    it('tells of its progress, step by step', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' });
      const steps: string[] = [];
      remote.addEventListener('progress', (event) => {
        const { loaded, total, lengthComputable } = event as ProgressEvent;
        steps.push(`${loaded}/${total} ${lengthComputable}`);
      });
      document.body.append(remote);
      await remote.loaded;
      expect(steps).to.deep.equal(['1/3 true', '2/3 true']);
    });

    it('nothing without a name', async () => {
      const remote = createRemote();
      const types = recordEvents(remote);
      document.body.append(remote);
      await nextTask();
      expect(types).to.deep.equal([]);
      expect(remote.status).to.equal('unloaded');
    });

    it('a custom element, whose tag the entry names, with its props as properties', async () => {
      const remote = insertRemote({ module: './Element', props: '{"currency":"EUR"}' });
      const mounted = await remote.loaded;
      expect(mounted.contract).to.equal('element');
      expect(contentOf(remote)?.innerHTML).to.equal('<tags-element>pays in EUR</tags-element>');
    });

    it('from an entry that no manifest names', async () => {
      const remote = insertRemote({ remote: '', src: tagsEntry('', origins.fourth), module: './Plain' });
      await remote.loaded;
      expect(remote.currentSrc).to.contain(origins.fourth);
    });

    it('the same module into several elements, each with its own props', async () => {
      const remotes = [1, 2, 3].map((n) => insertRemote({ module: './Plain', props: `{"n":${n}}` }));
      await Promise.all(remotes.map((remote) => remote.loaded));
      expect(remotes.map((remote) => contentOf(remote)?.textContent)).to.deep.equal([
        'plain {"n":1}',
        'plain {"n":2}',
        'plain {"n":3}',
      ]);
    });

    it('although another remote hangs and a third is dead', async () => {
      const hanging = insertRemote({ remote: 'hanging', module: './Plain' });
      const dead = insertRemote({ remote: 'dead', module: './Plain' });
      silence(hanging);
      silence(dead);
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      expect(hanging.status).to.equal('loading');
    });

    it('with handlers that are attributes', async () => {
      const remote = insertRemote({ module: './Plain', onload: 'this.dataset.done = event.type' });
      await remote.loaded;
      expect(remote.dataset.done).to.equal('load');
    });

    it('and dispatches no event that bubbles but the app’s', async () => {
      const seen: string[] = [];
      const listen = (event: Event): unknown => seen.push(event.type);
      for (const type of ['loadstart', 'progress', 'beforemount', 'load', 'tags-hello']) {
        document.body.addEventListener(type, listen);
      }
      await insertRemote({ module: './Plain' }).loaded;
      expect(seen).to.deep.equal(['tags-hello']);
      for (const type of ['loadstart', 'progress', 'beforemount', 'load', 'tags-hello']) {
        document.body.removeEventListener(type, listen);
      }
    });
  });

  describe('fails', () => {
    const faults: readonly (readonly [what: string, attributes: Record<string, string>, code: string])[] = [
      ['a remote that no manifest names', { remote: 'tagz' }, 'remote-unknown'],
      ['a module that the remote does not expose', { module: './Plane' }, 'exposed-unknown'],
      ['a path instead of a module', { module: '../../x' }, 'exposed-unknown'],
      ['a URL instead of a module', { module: 'https://evil.example/x.js' }, 'exposed-unknown'],
      ['an inherited name', { remote: '__proto__' }, 'remote-unknown'],
      ['a dead remote', { remote: 'dead' }, 'remote-entry-unreachable'],
      ['an entry that is a page', { remote: 'html' }, 'remote-entry-html'],
      ['a module that is not there', { module: './Missing' }, 'module-unreachable'],
      ['a module with nothing to mount', { module: './Nothing' }, 'contract-missing'],
      ['an app that throws', { module: './Throws' }, 'mount-failed'],
      ['props that are no JSON', { module: './Plain', props: '[object Object]' }, 'props-invalid'],
      ['props that are no object', { module: './Plain', props: '[1]' }, 'props-invalid'],
    ];
    for (const [what, attributes, code] of faults) {
      it(`for ${what} with ${code}`, async () => {
        const remote = createRemote({ remote: 'tags', ...attributes });
        const types = recordEvents(remote);
        silence(remote);
        document.body.append(remote);
        const event = await nextEvent<ErrorEvent>(remote, 'error');
        expect(event).to.be.instanceOf(ErrorEvent);
        expect(event.error.code).to.equal(code);
        expect(event.cancelable).to.equal(true);
        expect(event.bubbles).to.equal(false);
        expect(remote.error).to.equal(event.error);
        expect(remote.matches(':state(error)')).to.equal(true);
        expect(remote.status).to.equal('error');
        expect(types.filter((type) => type !== 'beforemount')).to.deep.equal(['loadstart', 'error']);
        expect(await remote.loaded.catch((error) => error)).to.equal(event.error);
        expect(contentOf(remote)).to.equal(null);
      });
    }

    it('without a word on the console if the page handles the error itself', async () => {
      const lines: unknown[] = [];
      const { error } = console;
      console.error = (line: unknown) => lines.push(line);
      try {
        for (const isHandled of [true, false]) {
          const remote = createRemote({ remote: 'tagz' });
          if (isHandled) silence(remote);
          document.body.append(remote);
          await nextEvent(remote, 'error');
        }
      } finally {
        console.error = error;
      }
      expect(lines.length).to.equal(1);
    });

    it('and loads when it is retried after the fault has passed', async () => {
      const remote = createRemote({ remote: 'late', module: './Plain' });
      silence(remote);
      document.body.append(remote);
      await nextEvent(remote, 'error');
      await document.querySelector('federation-host')?.register('late', tagsEntry());
      const types = recordEvents(remote);
      await remote.retry();
      expect(contentOf(remote)?.textContent).to.equal('plain {}');
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'load']);
    });
  });

  it('takes a timeout or a retry that is no number for none', async () => {
    const remote = insertRemote({ module: './Plain', timeout: '10s', retry: '2x' });
    await remote.loaded;
    expect(remote.status).to.equal('loaded');
  });

  it('tells of no progress when a load is given up before it', async () => {
    const remote = insertRemote({ module: './Plain', loading: 'manual' });
    await remote.updateComplete;
    const steps: string[] = [];
    for (const type of ['loadstart', 'abort', 'progress']) remote.addEventListener(type, () => steps.push(type));
    // At whatever moment of its beginning.
    for (let moments = 0; moments < 20; moments++) {
      remote.load().catch(() => {});
      for (let moment = 0; moment < moments; moment++) await null;
      remote.abort();
      await nextTask();
    }
    expect(steps.join()).not.to.contain('abort,progress');
  });

  describe('waits', () => {
    /** The element, 5000 pixels below the viewport. */
    function insertFarBelow(attributes: Record<string, string>): ReturnType<typeof insertRemote> {
      const space = document.createElement('div');
      space.className = 'space';
      space.style.height = '5000px';
      document.body.append(space);
      // An earlier test may have scrolled down there: Firefox stays until it lays out.
      scrollTo(0, 0);
      return insertRemote({ module: './Plain', loading: 'lazy', ...attributes });
    }

    it('with loading="lazy" until it is near the viewport', async () => {
      const remote = insertFarBelow({});
      const near = insertRemote({ module: './Plain', loading: 'lazy' });
      document.body.prepend(near);
      await near.loaded;
      expect(remote.status).to.equal('unloaded');
      remote.scrollIntoView();
      await remote.loaded;
    });

    it('with loading="idle" until the browser is', async () => {
      const remote = insertRemote({ module: './Plain', loading: 'idle' });
      await remote.updateComplete;
      await null;
      expect(remote.status).to.equal('unloaded');
      await remote.loaded;
    });

    it('no longer once the attribute changes', async () => {
      const remote = insertRemote({ module: './Plain', loading: 'manual' });
      await nextTask();
      remote.loading = 'eager';
      await remote.loaded;
      remote.loading = 'manual';
      await nextTask();
      expect(remote.status).to.equal('loaded');
    });

    it('and loads anew when the module changes, only if that has been loaded', async () => {
      const remote = insertRemote({ module: './Plain', loading: 'manual' });
      await nextTask();
      remote.module = './Other';
      await nextTask();
      expect(remote.status).to.equal('unloaded');
    });

    const preloads: readonly (readonly [preload: string, files: readonly string[]])[] = [
      ['none', []],
      ['metadata', ['remoteEntry.json']],
      ['', ['remoteEntry.json']],
    ];
    for (const [preload, files] of preloads) {
      it(`and fetches ${files.join(' and ') || 'nothing'} meanwhile with preload="${preload}"`, async () => {
        const mark = `slow,ms=1,mark=${crypto.randomUUID()}`;
        await document
          .querySelector('federation-host')
          ?.federation?.addManifest({ [`lazy-${preload || 'default'}`]: { url: tagsEntry(mark), lazy: true } });
        const remote = insertFarBelow({ remote: `lazy-${preload || 'default'}`, preload });
        await nextTask();
        await new Promise((resolve) => setTimeout(resolve, 200));
        const requested = await requestsTo(origins.second, mark);
        expect(requested.map(({ url }) => url.split('/').at(-1))).to.deep.equal(files);
        expect(remote.status).to.equal('unloaded');
      });
    }
  });
});
