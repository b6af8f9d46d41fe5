import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../test/browser/support/origins.js';
import { adoptStyles } from './adopt-styles.js';

const wide = '.wide { width: 123px }';
const sheetOf = (text: string, mark: string = crypto.randomUUID()): string =>
  echoAddress(origins.third, `${mark}.css`, text);

describe('adoptStyles', () => {
  let place: HTMLElement;

  /** An element in a shadow tree of its own. */
  function createPlace(): HTMLElement {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p class="wide"></p>';
    document.body.append(host);
    return host.shadowRoot?.querySelector('p') as HTMLElement;
  }
  const rootOf = (element: Element): ShadowRoot => element.getRootNode() as ShadowRoot;
  const widthOf = (element: Element): string => getComputedStyle(element).width;

  beforeEach(() => {
    place = createPlace();
  });
  afterEach(() => {
    for (const host of document.querySelectorAll('body > div')) if (host.shadowRoot) host.remove();
  });

  it('lets trees share one stylesheet, which is fetched once, and gone with the last of them', async () => {
    const mark = crypto.randomUUID();
    const url = sheetOf(wide, mark);
    const second = createPlace();
    const styles = await Promise.all([place, second].map((each) => adoptStyles(each, [url], new Map(), {})));
    expect([place, second].map(widthOf)).to.deep.equal(['123px', '123px']);
    expect(rootOf(place).adoptedStyleSheets[0]).to.equal(rootOf(second).adoptedStyleSheets[0]);
    expect(await requestsTo(origins.third, mark)).to.have.length(1);
    for (const { release } of styles) release();
    expect(rootOf(place).adoptedStyleSheets.length).to.equal(0);
    expect(widthOf(place)).not.to.equal('123px');
    const [sheet] = rootOf(second).adoptedStyleSheets;
    expect(sheet).to.equal(undefined);
    const again = await adoptStyles(place, [url], new Map(), {});
    expect(await requestsTo(origins.third, mark)).to.have.length(2);
    again.release();
  });

  it('keeps their order, and puts them in front of those of the app', async () => {
    const own = new CSSStyleSheet();
    rootOf(place).adoptedStyleSheets.push(own);
    const { release } = await adoptStyles(place, [sheetOf(wide), sheetOf('.wide { width: 45px }')], new Map(), {});
    expect(widthOf(place)).to.equal('45px');
    expect(rootOf(place).adoptedStyleSheets.indexOf(own)).to.equal(2);
    release();
    expect(rootOf(place).adoptedStyleSheets.length).to.equal(1);
  });

  const unfit: readonly (readonly [what: string, url: () => string])[] = [
    ['imports another', () => sheetOf('@import "other.css";')],
    ['names a file beside it', () => sheetOf('p { background: url(image.png) }')],
    ['names an image beside it', () => sheetOf('p { background: image-set("image.png" 1x) }')],
    ['is not there', () => `${origins.third}/nowhere.css`],
    ['is a page', () => `${origins.third}/__fault/html/some.css`],
    ['does not arrive', () => `${origins.dead}/some.css`],
  ];
  for (const [what, url] of unfit) {
    it(`leaves one alone that ${what}, and all others with it`, async () => {
      const reason = await adoptStyles(place, [sheetOf(wide), url()], new Map(), {}).catch((error: unknown) => error);
      expect(reason).to.be.instanceOf(TypeError);
      expect(rootOf(place).adoptedStyleSheets.length).to.equal(0);
    });
  }

  it('takes one that names only files elsewhere, or none', async () => {
    const text = `${wide} p { background: url(https://a.example/b.png), url("data:,"), url( '#mark' ) }`;
    (await adoptStyles(place, [sheetOf(text)], new Map(), {})).release();
  });

  it('adopts none whose hash is another one', async () => {
    const url = sheetOf(wide);
    const hashes = new Map([[url, `sha384-${'A'.repeat(64)}`]]);
    const reason = await adoptStyles(place, [url], hashes, {}).catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(TypeError);
  });
});
