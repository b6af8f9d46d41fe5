import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import {
  contentOf,
  createRemote,
  insertHost,
  insertRemote,
  nextEvent,
  nextTask,
  silence,
  tagsEntry,
  visibleParts,
} from '../test/browser/support/tags.js';

// What a tag tells assistive technology stands in its internals, which nobody else sees: so they are taken down first.
const internals = new WeakMap<Element, ElementInternals>();
const { attachInternals } = HTMLElement.prototype;
HTMLElement.prototype.attachInternals = function () {
  const own = attachInternals.call(this);
  internals.set(this, own);
  return own;
};
await import('./define.js');

type Remote = HTMLElementTagNameMap['federation-remote'];

const isWebDriver = !/Chrome|Firefox/.test(navigator.userAgent);
const press = (key: 'Tab' | 'Enter'): Promise<void> =>
  sendKeys({ press: isWebDriver ? { Tab: '\uE004', Enter: '\uE007' }[key] : key });

describe('<federation-remote> for everybody', () => {
  let host: HTMLElementTagNameMap['federation-host'];

  before(() => {
    host = insertHost({ hanging: tagsEntry('hang') });
  });
  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote, .before')) node.remove();
  });

  const isBusy = (remote: Remote): boolean => internals.get(remote)?.ariaBusy === 'true';

  /** A remote that failed, because nobody has registered it yet, with the error on show. */
  async function insertFailed(children = '', isolation = 'none'): Promise<Remote> {
    const { error } = console;
    console.error = () => {};
    const remote = insertRemote({ remote: `late-${crypto.randomUUID()}`, module: './Plain', isolation }, children);
    await nextEvent(remote, 'error');
    console.error = error;
    return remote;
  }
  const mend = (remote: Remote): Promise<unknown> => host.register(remote.remote ?? '', tagsEntry());

  describe('is busy while it loads', () => {
    it('and not after it was loaded', async () => {
      const remote = createRemote({ remote: 'tags', module: './Plain' });
      const busy: boolean[] = [];
      for (const type of ['loadstart', 'beforemount', 'load']) {
        remote.addEventListener(type, () => busy.push(isBusy(remote)));
      }
      expect(isBusy(remote)).to.equal(false);
      document.body.append(remote);
      await remote.loaded;
      expect(busy).to.deep.equal([true, true, false]);
    });

    it('and not after an error', async () => {
      const remote = await insertFailed();
      expect(isBusy(remote)).to.equal(false);
    });

    it('and not after it was aborted', async () => {
      const remote = insertRemote({ remote: 'hanging', module: './Plain' });
      await nextEvent(remote, 'loadstart');
      expect(isBusy(remote)).to.equal(true);
      remote.abort();
      expect(isBusy(remote)).to.equal(false);
    });
  });

  describe('is a region', () => {
    for (const name of ['aria-label', 'aria-labelledby']) {
      it(`as long as it has ${name}`, () => {
        const remote = createRemote();
        expect(internals.get(remote)?.role ?? null).to.equal(null);
        remote.setAttribute(name, 'cart');
        expect(internals.get(remote)?.role).to.equal('region');
        remote.removeAttribute(name);
        expect(internals.get(remote)?.role ?? null).to.equal(null);
      });
    }
  });

  describe('tells of an error', () => {
    it('by an alert with a button', async () => {
      const remote = await insertFailed('<p>placeholder</p>');
      expect(visibleParts(remote)).to.deep.equal(['error']);
      const alert = remote.shadowRoot?.querySelector('[role="alert"]');
      expect(alert?.checkVisibility()).to.equal(true);
      expect(alert?.querySelector('button')?.textContent).to.equal('Try again');
    });

    it('not at all if the page handles it: the placeholder stays', async () => {
      const remote = insertRemote({ remote: 'nobody' }, '<p>placeholder</p>');
      silence(remote);
      await nextEvent(remote, 'error');
      await nextTask();
      expect(visibleParts(remote)).to.deep.equal(['placeholder']);
    });
  });

  describe('with the keyboard alone', () => {
    it('reaches the retry button, and stands in the app after it', async () => {
      const before = document.createElement('button');
      before.className = 'before';
      document.body.append(before);
      const remote = await insertFailed();
      await mend(remote);
      before.focus();
      await press('Tab');
      expect(remote.shadowRoot?.activeElement?.textContent).to.equal('Try again');
      const loaded = nextEvent(remote, 'load');
      await press('Enter');
      await loaded;
      expect(document.activeElement).to.equal(contentOf(remote));
    });

    for (const isolation of ['none', 'shadow']) {
      it(`stands in the app after the author’s own button was pressed, with isolation="${isolation}"`, async () => {
        const template = '<template slot="error"><button command="--retry">Again</button></template>';
        const remote = await insertFailed(template, isolation);
        await mend(remote);
        remote.querySelector<HTMLElement>('div[slot=error] button')?.focus();
        const loaded = nextEvent(remote, 'load');
        await press('Enter');
        await loaded;
        expect(document.activeElement).to.equal(contentOf(remote));
      });
    }

    it('stays on the button if it fails again', async () => {
      const remote = await insertFailed();
      remote.addEventListener('error', (event) => event.preventDefault());
      const button = remote.shadowRoot?.querySelector('button');
      remote.insertAdjacentHTML('beforeend', '<i slot="error"><button command="--retry">Again</button></i>');
      const own = remote.querySelector('button');
      own?.focus();
      const failed = nextEvent(remote, 'error');
      await press('Enter');
      await failed;
      await nextTask();
      expect(document.activeElement).to.equal(own);
      expect(button?.checkVisibility()).to.equal(false);
    });
  });

  it('shows the placeholder until the app is mounted, and nothing else', async () => {
    const remote = insertRemote({ remote: 'hanging', module: './Plain' }, '<p>placeholder</p>');
    expect(visibleParts(remote)).to.deep.equal(['placeholder']);
    await nextEvent(remote, 'loadstart');
    expect(visibleParts(remote)).to.deep.equal(['placeholder']);
  });

  it('shows the loading slot only after a delay, in the same place', async () => {
    const children = '<p>placeholder</p><p slot="loading">…</p>';
    const remote = createRemote({ remote: 'hanging', module: './Plain' }, children);
    remote.style.setProperty('--federation-loading-delay', '50ms');
    document.body.append(remote);
    await nextEvent(remote, 'loadstart');
    const { height } = remote.getBoundingClientRect();
    expect(visibleParts(remote)).to.deep.equal(['placeholder']);
    await Promise.all(remote.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    expect(visibleParts(remote)).to.deep.equal(['loading']);
    expect(remote.getBoundingClientRect().height).to.equal(height);
  });
});
