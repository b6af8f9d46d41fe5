import { expect } from '@esm-bundle/chai';
import './define.js';
import { origins } from '../test/browser/support/origins.js';
import { contentOf, insertHost, insertRemote, nextTask } from '../test/browser/support/tags.js';
import { linkStyles } from './link-styles.js';

const styled = `${origins.third}/test/browser/fixtures/tags/styled.css`;
const linksIn = (root: ParentNode): HTMLLinkElement[] => [
  ...root.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][href*="tags"]'),
];

describe('linkStyles', () => {
  it('puts a stylesheet into the document once, and takes it away with its last user', async () => {
    const first = linkStyles(document.body, [styled]);
    const second = linkStyles(document.body, [styled]);
    await first.ready;
    expect(linksIn(document).map(({ href }) => href)).to.deep.equal([styled]);
    first.release();
    first.release();
    expect(linksIn(document).length).to.equal(1);
    second.release();
    expect(linksIn(document).length).to.equal(0);
  });

  it('puts it into the shadow tree that an element is in', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p></p>';
    const styles = linkStyles(root.firstElementChild as Element, [styled]);
    expect(linksIn(root).length).to.equal(1);
    expect(linksIn(document).length).to.equal(0);
    styles.release();
    expect(linksIn(root).length).to.equal(0);
  });

  it('is ready at once without any, and also if one cannot be loaded', async () => {
    await linkStyles(document.body, []).ready;
    const styles = linkStyles(document.body, [`${styled}?not=1`, `${origins.dead}/tags.css`]);
    await styles.ready;
    styles.release();
  });

  it('loads none whose hash is another one', async () => {
    // Of an address of its own: Firefox applies what it has in memory without looking at the hash.
    const url = `${styled}?with-hash`;
    const styles = linkStyles(document.body, [url], new Map([[url, `sha384-${'A'.repeat(64)}`]]));
    await styles.ready;
    const probe = document.createElement('div');
    probe.className = 'tags-styled';
    document.body.append(probe);
    expect(getComputedStyle(probe).width).not.to.equal('123px');
    probe.remove();
    styles.release();
  });
});

describe('the stylesheets of a module', () => {
  before(() => insertHost());
  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote')) node.remove();
  });

  it('are there before it is mounted, and gone after the last one', async () => {
    const remotes = [insertRemote({ module: './Styled' }), insertRemote({ module: './Styled' })];
    await Promise.all(remotes.map(({ loaded }) => loaded));
    expect(remotes.map((remote) => contentOf(remote)?.dataset.width)).to.deep.equal(['123px', '123px']);
    expect(linksIn(document).length).to.equal(1);
    remotes[0]?.unmount();
    await nextTask();
    expect(linksIn(document).length).to.equal(1);
    remotes[1]?.remove();
    await nextTask();
    await nextTask();
    expect(linksIn(document).length).to.equal(0);
  });

  it('that are not there do not keep it from being mounted', async () => {
    await insertRemote({ module: './Unstyled' }).loaded;
  });

  it('are gone if the load is given up meanwhile', async () => {
    const remote = insertRemote({ module: './Styled' });
    remote.addEventListener('beforemount', () => setTimeout(() => remote.abort()));
    await remote.loaded.catch(() => {});
    await nextTask();
    remote.unmount();
    await nextTask();
    expect(linksIn(document).length).to.equal(0);
  });
});
