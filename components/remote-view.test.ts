import { expect } from '@esm-bundle/chai';
import { explain } from '../src/core/explain.js';
import { contentOf } from '../test/browser/support/tags.js';
import type { LoadState } from './load-state.js';
import { createMountTarget, type MountTarget } from './mount-target.js';
import { RemoteView } from './remote-view.js';

const harmful = '<img src=x onerror="globalThis.viewHarm = true">';
const error = explain('remote-unknown', { remote: harmful, known: [] });

type LoadedState = Extract<LoadState, { status: 'loaded' }>;

const loading = (): LoadState => ({ status: 'loading', attempt: new AbortController() });
const failed = (isHandled = false): LoadState => ({ status: 'error', error, isHandled });
const loaded = (target: MountTarget): LoadState => ({ status: 'loaded', target }) as LoadedState;

describe('RemoteView', () => {
  let host: HTMLElement;
  let root: ShadowRoot;
  let view: RemoteView;

  function create(children: string): void {
    host = document.createElement('div');
    host.innerHTML = children;
    root = host.attachShadow({ mode: 'open' });
    view = new RemoteView(host, root);
    document.body.append(host);
  }

  function insertTarget(): MountTarget {
    const target = createMountTarget(host, false, () => {});
    target.insert();
    return target;
  }

  /** The parts that are not hidden. */
  const shown = (): string[] =>
    [...root.querySelectorAll<HTMLElement>('div > div[part]:not([hidden])')].map(({ part }) => part.value);

  afterEach(() => host.remove());

  const rows: readonly (readonly [what: string, children: string, state: LoadState, parts: readonly string[]])[] = [
    ['the placeholder before a load', '', { status: 'unloaded' }, ['placeholder']],
    ['the placeholder and a bar while it loads', '', loading(), ['placeholder', 'bar', 'content']],
    ['the loading slot while it loads', '<p slot="loading">…</p>', loading(), ['placeholder', 'loading', 'content']],
    [
      'the loading template while it loads',
      '<template slot="loading">…</template>',
      loading(),
      ['placeholder', 'loading', 'content'],
    ],
    ['the error after a failure', '', failed(), ['error']],
    ['the placeholder if the page handles the error', '', failed(true), ['placeholder']],
    ['the author’s error view even then', '<p slot="error">!</p>', failed(true), ['error']],
  ];
  for (const [what, children, state, parts] of rows) {
    it(`shows ${what}`, () => {
      create(children);
      view.show(state);
      expect(shown()).to.deep.equal(parts);
    });
  }

  it('shows the error and a bar while it is retried', () => {
    create('');
    view.show(failed());
    view.show(loading());
    expect(shown()).to.deep.equal(['bar', 'error', 'content']);
  });

  it('shows no error while it is retried if the page has handled that', () => {
    create('');
    view.show(failed());
    view.show(failed(true));
    view.show(loading());
    expect(shown()).to.deep.equal(['placeholder', 'bar', 'content']);
  });

  it('shows what comes for a slot while the view is there', async () => {
    create('');
    view.show(loading());
    host.insertAdjacentHTML('beforeend', '<p slot="loading">…</p>');
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).to.deep.equal(['placeholder', 'loading', 'content']);
    view.show(failed());
    host.insertAdjacentHTML('beforeend', '<template slot="error"><p data-federation-code></p></template>');
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.querySelector('[slot=error] p')?.textContent).to.equal('remote-unknown');
  });

  it('shows nothing but the app once it is mounted', () => {
    create('<p>placeholder</p>');
    view.show(loaded(insertTarget()));
    expect(shown()).to.deep.equal(['content']);
  });

  it('lays out what is being mounted, so that it can measure its place', () => {
    create('');
    view.show(loading());
    const { element } = insertTarget();
    expect(element.getBoundingClientRect().width).to.be.greaterThan(100);
  });

  it('tells the error as text in the built-in view, which is an alert', () => {
    create('');
    view.show(failed());
    const alert = root.querySelector('[part="error"]');
    expect(alert?.getAttribute('role')).to.equal('alert');
    expect(alert?.textContent).to.contain(error.message).and.to.contain('remote-unknown');
    expect(root.querySelector('img')).to.equal(null);
  });

  it('says that one is offline, where that is why', () => {
    create('');
    const words = (): string => root.querySelector('.card > span')?.textContent ?? '';
    view.show({ ...failed(), flags: ['offline'] });
    expect(words()).to.contain('You are offline.');
    view.show(failed());
    expect(words()).to.equal('This part of the page could not be loaded.');
  });

  it('fills a copy of the error template with text, and leaves the template as it is', () => {
    const template =
      '<template slot="error"><p data-federation-message=""></p><code data-federation-code=""></code></template>';
    create(template);
    view.show(failed());
    const copy = host.querySelector('div[slot="error"]');
    expect(copy?.querySelector('p')?.textContent).to.equal(error.message);
    expect(copy?.querySelector('code')?.textContent).to.equal('remote-unknown');
    expect(host.querySelector('img')).to.equal(null);
    view.show({ status: 'unloaded' });
    expect(host.innerHTML).to.equal(template);
  });

  it('keeps the copy of the template while it is retried, and fills it again', () => {
    create('<template slot="error"><button></button><p data-federation-code></p></template>');
    view.show(failed());
    const button = host.querySelector('button');
    button?.focus();
    view.show(loading());
    view.show({ status: 'error', error: new TypeError('other') });
    expect(document.activeElement).to.equal(button);
    expect(host.querySelector('[slot=error] p')?.textContent).to.equal('TypeError');
  });

  it('hands the focus of the retry button to the app that takes its place', () => {
    create('');
    view.show(failed());
    root.querySelector('button')?.focus();
    view.show(loading());
    expect(root.activeElement?.localName).to.equal('button');
    view.show(loaded(insertTarget()));
    expect(document.activeElement).to.equal(contentOf(host));
  });

  it('leaves the focus in the placeholder if the page handles the error', () => {
    create('<button></button>');
    host.querySelector('button')?.focus();
    for (const state of [loading(), failed(), failed(true)]) view.show(state);
    expect(document.activeElement).to.equal(host.querySelector('button'));
  });

  it('hands the focus of a button in the placeholder to the app that takes its place', () => {
    create('<button command="--load"></button>');
    host.querySelector('button')?.focus();
    view.show(loading());
    view.show(loaded(insertTarget()));
    expect(document.activeElement).to.equal(contentOf(host));
  });

  it('keeps the focus of the retry button in the tag when the retry is given up, and hands it to the app later', () => {
    create('');
    view.show(failed());
    root.querySelector('button')?.focus();
    view.show(loading());
    view.show({ status: 'unloaded' });
    expect(root.activeElement?.part.value).to.equal('placeholder');
    view.show(loading());
    view.show(loaded(insertTarget()));
    expect(document.activeElement).to.equal(contentOf(host));
  });

  it('takes no focus that was elsewhere', () => {
    create('');
    view.show(failed());
    view.show(loading());
    view.show(loaded(insertTarget()));
    expect(document.activeElement).to.equal(document.body);
  });
});
