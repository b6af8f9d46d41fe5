import { expect } from '@esm-bundle/chai';
import { echoAddress, origins } from '../../test/browser/support/origins.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { RedefinableElements } from './redefinable-elements.js';

const parsed = parseRemoteEntry({ name: 'cart', exposes: [], shared: [] }, `${origins.second}/remoteEntry.json`);

describe('tags of a remote that is being developed', () => {
  const { define, get } = customElements;
  let entry: RemoteEntry = parsed;
  let reloads: number;
  let elements: RedefinableElements;
  beforeEach(() => {
    reloads = 0;
    elements = new RedefinableElements(() => reloads++);
    elements.watch(() => entry);
  });
  afterEach(() => Object.assign(customElements, { define, get }));

  /** Runs a script of the remote, which from now on consists of it alone; gives what it exports as `result`. */
  async function runBuild(source: string, origin: string = origins.second): Promise<unknown> {
    const url = echoAddress(origin, `${crypto.randomUUID()}.js`, source);
    entry = {
      ...parsed,
      files: new Map([[url, { bytes: 1, imports: [], externals: [], dynamicImports: [], dynamicExternals: [] }]]),
    };
    return (await import(url)).result;
  }

  /** Defines a tag whose elements show this text. */
  const defining = (tag: string, text: string): string =>
    `customElements.define('${tag}', class extends HTMLElement { text = '${text}'; });`;
  const textOf = (tag: string): unknown => (document.createElement(tag) as { text?: unknown }).text;

  it('are defined again by the next build, to which they are not defined before', async () => {
    await runBuild(defining('re-again', 'first'));
    expect(textOf('re-again')).to.equal('first');
    const seen = await runBuild(`
      export const result = [customElements.get('re-again')];
      ${defining('re-again', 'second')}
      result.push(customElements.get('re-again') === document.createElement('re-again').constructor);`);
    expect(seen).to.deep.equal([undefined, true]);
    expect(textOf('re-again')).to.equal('second');
    expect(textOf('re-again')).to.equal(
      new (customElements.get('re-again') as never as new () => { text: string })().text,
    );
    expect(reloads).to.equal(0);
  });

  it('are as they were, if a build is the same as an earlier one', async () => {
    await runBuild(defining('re-undone', 'first'));
    const first = entry;
    await runBuild(defining('re-undone', 'second'));
    entry = first;
    elements.restore(first);
    expect(textOf('re-undone')).to.equal('first');
    expect(reloads).to.equal(0);
  });

  it('are not defined twice by one build', async () => {
    const failure = await runBuild(defining('re-twice', 'one') + defining('re-twice', 'two')).catch((error) => error);
    expect((failure as Error).name).to.equal('NotSupportedError');
    expect(textOf('re-twice')).to.equal('one');
  });

  it('are defined by others as ever', async () => {
    class Element extends HTMLElement {}
    customElements.define('re-other', Element);
    expect(customElements.get('re-other') === Element).to.equal(true);
    expect(() => customElements.define('re-other', class extends HTMLElement {})).to.throw(DOMException);
    await runBuild(defining('re-elsewhere', 'first'), origins.third);
    const failure = await runBuild(defining('re-elsewhere', 'second'), origins.third).catch((error) => error);
    expect((failure as Error).name).to.equal('NotSupportedError');
    expect(reloads).to.equal(0);
  });

  it('reload the page if they were defined before anybody looked', async () => {
    customElements.define('re-before', class extends HTMLElement {});
    await runBuild(defining('re-before', 'new'));
    expect(reloads).to.equal(1);
  });

  it('reload the page if they are variants of built-in elements, which not every browser has', async () => {
    const source = "customElements.define('re-button', class extends HTMLButtonElement {}, { extends: 'button' });";
    await runBuild(source);
    expect(reloads).to.equal(0);
    await runBuild(source);
    expect(reloads).to.equal(1);
  });
});
