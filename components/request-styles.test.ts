import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../test/browser/support/origins.js';
import { until } from '../test/browser/support/until.js';
import { requestStyles } from './request-styles.js';

const linksTo = (mark: string): string[] =>
  [...document.querySelectorAll<HTMLLinkElement>(`link[href*="${mark}"]`)].map(({ rel }) => rel);

describe('requestStyles', () => {
  let mark: string;
  beforeEach(() => {
    mark = crypto.randomUUID();
  });

  const request = (): ReturnType<typeof requestStyles> => {
    const urls = [echoAddress(origins.third, `${mark}.css`, '.marked { width: 123px }')];
    return requestStyles({ place: document.body, isIsolated: false, urls, integrity: new Map(), options: {} });
  };

  it('lets a stylesheet be fetched at once, and once', async () => {
    const styles = request();
    expect(linksTo(mark)).to.deep.equal(['stylesheet']);
    await styles.ready;
    expect(await requestsTo(origins.third, mark)).to.have.length(1);
    styles.release();
    await until(() => linksTo(mark).join(), '');
  });

  it('puts nothing in the end where it is not wanted any more', async () => {
    const styles = request();
    styles.release();
    await styles.ready;
    await until(() => linksTo(mark).join(), '');
  });

  const rows: readonly (readonly [what: string, isIsolated: boolean, text: string, adopted: number, linked: number])[] =
    [
      ['adopts the stylesheet of an isolated app', true, 'p { color: red }', 1, 0],
      ['links what cannot be adopted', true, 'p { background: url(picture.svg) }', 0, 1],
      ['links the stylesheet of any other app', false, 'p { color: red }', 0, 1],
    ];
  for (const [what, isIsolated, text, adopted, linked] of rows) {
    it(what, async () => {
      const root = document.createElement('div').attachShadow({ mode: 'open' });
      root.innerHTML = '<p></p>';
      document.body.append(root.host);
      const place = root.firstElementChild as Element;
      const counts = (): string => [root.adoptedStyleSheets.length, root.querySelectorAll('link').length].join();
      const urls = [echoAddress(origins.third, `${mark}.css`, text)];
      const styles = requestStyles({ place, isIsolated, urls, integrity: new Map(), options: {} });
      await styles.ready;
      expect(counts()).to.equal([adopted, linked].join());
      styles.release();
      await until(counts, '0,0');
      root.host.remove();
    });
  }
});
