import { expect } from '@esm-bundle/chai';
import './define.js';
import { createRemote, insertHost, nextEvent, silence, tagsEntry, visibleParts } from '../test/browser/support/tags.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

const paragraph = '<p style="height: 40px">placeholder</p>';
const skeleton = '<p slot="loading" style="height: 40px">…</p>';

describe('the layout around <federation-remote>', () => {
  let stage: HTMLElement;
  let host: HTMLElementTagNameMap['federation-host'];

  before(async () => {
    host = insertHost();
    await host.ready;
    // The module is there before, so that nothing but the tag takes time.
    await host.loadModule('tags', './Block');
  });
  beforeEach(() => {
    stage = document.createElement('section');
    stage.innerHTML = '<p>before</p><p id="after">after</p>';
  });
  afterEach(async () => {
    stage.remove();
    // What moves because of that is not the next test's.
    await nextFrame();
    await nextFrame();
  });

  const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
  const insert = (remote: Remote): void => {
    stage.insertBefore(remote, stage.lastChild);
    document.body.append(stage);
  };

  /** What is seen in each frame until something has happened: the parts, and where what follows stands. */
  async function watch(remote: Remote, done: Promise<unknown>): Promise<{ parts: string[]; tops: number[] }> {
    const parts = new Set<string>();
    const tops = new Set<number>();
    let isDone = false;
    void done.then(() => (isDone = true));
    const look = (): void => {
      parts.add(visibleParts(remote).join());
      tops.add((stage.lastElementChild as Element).getBoundingClientRect().top);
    };
    while (!isDone) {
      look();
      await nextFrame();
    }
    await nextFrame();
    look();
    return { parts: [...parts], tops: [...tops] };
  }

  /** What the browser itself counts, where it does. */
  function countShifts(): () => Promise<number> {
    let count = 0;
    const add = (list: PerformanceObserverEntryList): unknown => (count += list.getEntries().length);
    const observer = new PerformanceObserver(add);
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) observer.observe({ type: 'layout-shift' });
    return async () => {
      await nextFrame();
      await nextFrame();
      add({ getEntries: () => observer.takeRecords() } as unknown as PerformanceObserverEntryList);
      observer.disconnect();
      return count;
    };
  }

  it('counts what shifts, where the browser can: the other tests would notice', async () => {
    document.body.append(stage);
    await nextFrame();
    await nextFrame();
    const shifts = countShifts();
    stage.insertAdjacentHTML('afterbegin', '<div style="height: 100px"></div>');
    const expected = PerformanceObserver.supportedEntryTypes.includes('layout-shift') ? 1 : 0;
    expect(await shifts()).to.equal(expected);
  });

  const fast: readonly (readonly [what: string, children: string, props: object])[] = [
    ['a placeholder', paragraph, {}],
    ['a placeholder and a loading slot', paragraph + skeleton, {}],
    ['a placeholder and a larger loading slot', `${paragraph}<p slot="loading" style="height: 300px">…</p>`, {}],
    ['a placeholder and a template for loading', `${paragraph}<template slot="loading">${skeleton}</template>`, {}],
  ];
  for (const [what, children, props] of fast) {
    it(`shows ${what} and then the app, nothing between, and does not move, on a fast load`, async () => {
      const remote = createRemote({ remote: 'tags', module: './Block', props: JSON.stringify(props) }, children);
      remote.style.setProperty('--federation-loading-delay', '5s');
      insert(remote);
      const shifts = countShifts();
      const { parts, tops } = await watch(remote, remote.loaded);
      expect(parts).to.deep.equal(['placeholder', 'content']);
      expect(tops).to.have.length(1);
      expect(await shifts()).to.equal(0);
    });
  }

  it('does not move on a slow load either, if the loading slot is as large', async () => {
    const props = JSON.stringify({ after: 300 });
    const remote = createRemote({ remote: 'tags', module: './Block', props }, paragraph + skeleton);
    remote.style.setProperty('--federation-loading-delay', '50ms');
    insert(remote);
    const shifts = countShifts();
    const { parts, tops } = await watch(remote, remote.loaded);
    expect(parts).to.deep.equal(['placeholder', 'loading', 'content']);
    expect(tops).to.have.length(1);
    expect(await shifts()).to.equal(0);
  });

  it('does not let what is hidden make the page longer', async () => {
    const children = `<p style="height: 9000px">placeholder</p>${skeleton}`;
    const props = JSON.stringify({ after: 1000 });
    const remote = createRemote({ remote: 'tags', module: './Block', props }, children);
    remote.style.setProperty('--federation-loading-delay', '0s');
    insert(remote);
    await nextEvent(remote, 'beforemount');
    await Promise.all(remote.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    while (visibleParts(remote).join() !== 'loading') await nextFrame();
    expect(document.documentElement.scrollHeight).to.be.lessThan(5000);
  });

  it('stays with the error while it is retried, and shows nothing but that and the app', async () => {
    const name = `late-${crypto.randomUUID()}`;
    const remote = createRemote({ remote: name, module: './Block' }, paragraph + skeleton);
    silence(remote);
    remote.insertAdjacentHTML('beforeend', '<p slot="error" style="height: 40px">error</p>');
    insert(remote);
    const failed = await watch(remote, nextEvent(remote, 'error'));
    expect(failed.parts.at(-1)).to.equal('error');
    expect(failed.tops).to.have.length(1);
    await host.register(name, tagsEntry());
    remote.style.setProperty('--federation-loading-delay', '5s');
    const { parts, tops } = await watch(remote, remote.retry());
    expect(parts).to.deep.equal(['error', 'content']);
    expect(tops).to.deep.equal(failed.tops);
  });
});

describe('a page whose script has not come, or never will, ', () => {
  const advice = '<style>:not(:defined) > [slot] { display: none }</style>';
  const body = `<p>before</p>
    <federation-host><script type="federation-manifest">{}</script></federation-host>
    <federation-remote remote="tags" module="./Block">${paragraph}${skeleton}
      <template slot="error"><p>error</p></template><p slot="error">error</p></federation-remote>
    <p id="after">after</p>`;

  /** A page without scripts: the same origin, so that one can look inside. */
  async function open(html: string): Promise<Document & { close(): void }> {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.srcdoc = `<!doctype html><body>${html}</body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return Object.assign(frame.contentDocument as Document, { close: () => frame.remove() });
  }

  it('shows the placeholder, where it will stand later, and nothing else', async () => {
    const page = await open(advice + body);
    const shown = [...page.querySelectorAll('p')].filter((each) => each.checkVisibility());
    expect(shown.map(({ textContent }) => textContent)).to.deep.equal(['before', 'placeholder', 'after']);
    const { top } = (page.querySelector('#after') as Element).getBoundingClientRect();
    page.close();

    const later = document.createElement('iframe');
    later.srcdoc = `<!doctype html><base href="${location.origin}/"><body>${body.replace('module=', 'loading="manual" module=')}
      <script type="module" src="/components/define.ts"></script></body>`;
    const loaded = new Promise((resolve) => later.addEventListener('load', resolve, { once: true }));
    document.body.append(later);
    await loaded;
    const upgraded = later.contentDocument?.querySelector('federation-remote') as Remote;
    expect(upgraded.matches(':defined')).to.equal(true);
    expect(later.contentDocument?.querySelector('#after')?.getBoundingClientRect().top).to.equal(top);
    later.remove();
  });
});
