import { expect } from '@esm-bundle/chai';
import './define.js';
import { origins } from '../test/browser/support/origins.js';
import {
  closeGate,
  contentOf,
  createRemote,
  insertHost,
  insertRemote,
  journalOf,
  nextEvent,
  nextTask,
  recordEvents,
  silence,
  tagsEntry,
} from '../test/browser/support/tags.js';

describe('<federation-remote>, of several wishes,', () => {
  before(() => {
    insertHost({ hanging: tagsEntry('hang', origins.third) });
  });

  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote')) node.remove();
  });

  describe('obeys the last wish', () => {
    it('when its attributes change a hundred times: only the last module is mounted', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' });
      const types = recordEvents(remote);
      document.body.append(remote);
      for (let n = 0; n < 100; n++) remote.setAttribute('module', n % 2 ? './Other' : './Plain');
      await nextEvent(remote, 'load');
      await nextTask();
      expect(contentOf(remote)?.textContent).to.equal('other');
      expect(journalOf(remote)).to.deep.equal(['mount']);
      expect(types.filter((type) => type === 'load').length).to.equal(1);
    });

    it('when the module changes while another one is on its way', async () => {
      const open = closeGate();
      const remote = insertRemote({ module: './Gated' });
      const types = recordEvents(remote);
      await nextEvent(remote, 'beforemount');
      await nextTask();
      remote.module = './Other';
      await nextEvent(remote, 'load');
      open();
      await nextTask();
      expect(contentOf(remote)?.textContent).to.equal('other');
      expect(remote.querySelectorAll(':scope > div').length).to.equal(1);
      expect(journalOf(remote)).to.deep.equal(['start', 'mount', 'mount', 'unmount']);
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'abort', 'loadstart', 'beforemount', 'load']);
    });

    it('when the module changes after another one was mounted', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      const types = recordEvents(remote);
      remote.module = './Other';
      await nextEvent(remote, 'load');
      expect(contentOf(remote)?.textContent).to.equal('other');
      expect(journalOf(remote)).to.deep.equal(['mount', 'unmount', 'mount']);
      expect(types).to.deep.equal(['unmount', 'loadstart', 'beforemount', 'load']);
    });

    it('when it is taken out and put back in one task: the app stays', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      remote.remove();
      await null;
      document.body.append(remote);
      await nextTask();
      expect(journalOf(remote)).to.deep.equal(['mount']);
      expect(remote.status).to.equal('loaded');
    });

    if ('moveBefore' in document.body) {
      it('when it is moved in one piece: the app does not notice', async () => {
        const remote = insertRemote({ module: './Field' });
        await remote.loaded;
        const field = contentOf(remote)?.querySelector('input');
        field?.focus();
        (document.body as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(
          remote,
          document.body.firstChild,
        );
        await nextTask();
        expect(document.body.firstChild).to.equal(remote);
        expect(remote.status).to.equal('loaded');
        expect(document.activeElement).to.equal(field);
      });
    }

    it('when somebody renders its children anew: the app survives, with the focus', async () => {
      const remote = insertRemote({ module: './Field' }, '<p>placeholder</p>');
      await remote.loaded;
      const content = contentOf(remote);
      content?.querySelector('input')?.focus();
      remote.textContent = 'rendered anew';
      await nextTask();
      expect(contentOf(remote)).to.equal(content);
      expect(remote.firstChild?.textContent).to.equal('rendered anew');
      expect(document.activeElement).to.equal(content?.querySelector('input'));
      expect(remote.status).to.equal('loaded');
    });

    it('when it is put in, taken out and put back at once: mounted once', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' });
      const types = recordEvents(remote);
      document.body.append(remote);
      remote.remove();
      document.body.append(remote);
      await remote.loaded;
      await nextTask();
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'load']);
    });

    it('when it is taken out and put back twice at once: the app stays', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      for (let n = 0; n < 2; n++) {
        remote.remove();
        document.body.append(remote);
      }
      await nextTask();
      expect(journalOf(remote)).to.deep.equal(['mount']);
    });

    it('when it is given up in the very moment in which the app is mounted: it is gone', async () => {
      for (let depth = 0; depth < 20; depth++) {
        const open = closeGate();
        const remote = insertRemote({ module: './Gated' });
        await nextEvent(remote, 'beforemount');
        await nextTask();
        open();
        for (let n = 0; n < depth; n++) await null;
        remote.unmount();
        await nextTask();
        expect(journalOf(remote), `${depth} microtasks later`).to.deep.equal(['start', 'mount', 'unmount']);
        expect(remote.status).to.equal('unloaded');
        expect(remote.children.length, `${depth} microtasks later`).to.equal(0);
      }
    });

    it('when it is taken out while it loads: nothing is mounted', async () => {
      const open = closeGate();
      const remote = insertRemote({ module: './Gated' });
      const types = recordEvents(remote);
      await nextEvent(remote, 'beforemount');
      remote.remove();
      await nextEvent(remote, 'abort');
      open();
      await nextTask();
      expect(journalOf(remote)).to.deep.equal(['start', 'mount', 'unmount']);
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'abort']);
      expect(contentOf(remote)).to.equal(null);
    });

    it('when it is taken out for good: unmounted once, and mounted anew when it comes back', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      remote.remove();
      await nextEvent(remote, 'unmount');
      expect(remote.status).to.equal('unloaded');
      document.body.append(remote);
      await nextEvent(remote, 'load');
      expect(journalOf(remote)).to.deep.equal(['mount', 'unmount', 'mount']);
    });
  });

  describe('does what its methods say', () => {
    it('load() does nothing if it is loaded, or under way', async () => {
      const remote = insertRemote({ module: './Plain', loading: 'manual' });
      await remote.updateComplete;
      await nextTask();
      expect(remote.status).to.equal('unloaded');
      expect(remote.load()).to.equal(remote.load());
      await remote.loaded;
      await remote.load();
      expect(journalOf(remote)).to.deep.equal(['mount']);
    });

    it('load() works at once after the element was inserted', async () => {
      const remote = insertRemote({ module: './Plain', loading: 'manual' });
      await remote.load();
      expect(remote.status).to.equal('loaded');
    });

    it('load() loads what was asked for in the line before', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      remote.module = './Other';
      await remote.load();
      expect(contentOf(remote)?.textContent).to.equal('other');
    });

    it('unmount() is the last word after a change', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      remote.module = './Other';
      remote.unmount();
      await nextTask();
      expect(remote.status).to.equal('unloaded');
    });

    it('reload() mounts anew', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      await remote.reload();
      expect(journalOf(remote)).to.deep.equal(['mount', 'unmount', 'mount']);
      expect(remote.querySelectorAll(':scope > div').length).to.equal(1);
    });

    it('retry() does nothing unless the last load failed', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      await remote.retry();
      expect(journalOf(remote)).to.deep.equal(['mount']);
    });

    it('abort() gives up, and the promise says so', async () => {
      const remote = insertRemote({ remote: 'hanging', module: './Plain' });
      await nextEvent(remote, 'loadstart');
      const types = recordEvents(remote);
      const { loaded } = remote;
      remote.abort();
      expect(types).to.deep.equal(['abort']);
      expect(remote.status).to.equal('unloaded');
      expect((await loaded.catch((error) => error)).name).to.equal('AbortError');
    });

    it('unmount() takes the app away, and the placeholder is back', async () => {
      const remote = insertRemote({ module: './Plain' }, '<p>placeholder</p>');
      await remote.loaded;
      remote.unmount();
      remote.unmount();
      await nextTask();
      expect(journalOf(remote)).to.deep.equal(['mount', 'unmount']);
      expect(remote.innerHTML).to.equal('<p>placeholder</p>');
    });

    it('an app that throws while it is unmounted is gone all the same', async () => {
      const remote = insertRemote({ module: './Stubborn' }, '<p>placeholder</p>');
      silence(remote);
      await remote.loaded;
      remote.unmount();
      const { error } = await nextEvent<ErrorEvent>(remote, 'error');
      await nextTask();
      expect([error.code, error.details.phase]).to.deep.equal(['mount-failed', 'unmount']);
      expect(remote.status).to.equal('unloaded');
      expect(remote.innerHTML).to.equal('<p>placeholder</p>');
    });

    it('a listener that cancels beforemount keeps the app out', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' });
      const types = recordEvents(remote);
      remote.addEventListener('beforemount', (event) => event.preventDefault());
      document.body.append(remote);
      await nextEvent(remote, 'abort');
      expect(types).to.deep.equal(['loadstart', 'beforemount', 'abort']);
      expect(journalOf(remote)).to.deep.equal([]);
    });

    it('a listener that starts again in the middle of events wins', async () => {
      const remote = insertRemote({ module: './Plain' });
      await remote.loaded;
      const types = recordEvents(remote);
      remote.addEventListener('unmount', () => void remote.load(), { once: true });
      await remote.reload();
      expect(types).to.deep.equal(['unmount', 'loadstart', 'beforemount', 'load']);
      expect(remote.querySelectorAll(':scope > div').length).to.equal(1);
    });
  });
});
