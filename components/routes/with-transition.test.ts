import { expect } from '@esm-bundle/chai';
import { RoutesPage, root } from '../../test/browser/support/routes-page.js';
import { until } from '../../test/browser/support/until.js';
import { withTransition } from './with-transition.js';

const remote = (id: string): string =>
  `<federation-remote id="${id}" remote="routes" module="./Page" pattern="${root}/${id}"></federation-remote>`;

/** WebKitGTK without a compositor, as it runs here, dies of any view transition: there the page has to do without. */
const canTransition = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

/** Takes away what a browser would die of. */
function spare(page: Document): void {
  if (!canTransition) Object.defineProperty(page, 'startViewTransition', { value: undefined });
}

describe('withTransition', () => {
  before(() => spare(document));

  it('changes the page at once if none is wished', () => {
    let isChanged = false;
    void withTransition(false, async () => {
      isChanged = true;
    });
    expect(isChanged).to.equal(true);
  });

  it('gives what goes wrong', async () => {
    const change = async (): Promise<void> => {
      throw new RangeError('no');
    };
    for (const isWished of [true, false]) {
      expect(await withTransition(isWished, change).catch(({ name }) => name)).to.equal('RangeError');
    }
  });
});

describe('<federation-routes transition>', () => {
  /** A page that counts its view transitions, and wants less motion or not. */
  const open = async (attribute: string, isCalm: boolean): Promise<{ page: RoutesPage; count(): number }> => {
    const body = `<federation-routes ${attribute}>${remote('a')}${remote('b')}</federation-routes>`;
    const page = await RoutesPage.open('/a', body);
    const { window, document } = page;
    const { matchMedia } = window;
    window.matchMedia = (query) =>
      query.includes('reduced-motion') ? ({ matches: isCalm } as MediaQueryList) : matchMedia.call(window, query);
    let count = 0;
    spare(document);
    const start = document.startViewTransition?.bind(document);
    if (start) {
      document.startViewTransition = (change) => {
        count += 1;
        return start(change);
      };
    }
    await until(() => page.statuses, 'loaded unloaded');
    return { page, count: () => count };
  };

  const rows: readonly (readonly [what: string, attribute: string, isCalm: boolean, count: number])[] = [
    ['is one for each change', 'transition', false, 2],
    ['is none for people who want less motion', 'transition', true, 0],
    ['is none unless it is wished', '', false, 0],
  ];
  for (const [what, attribute, isCalm, expected] of rows) {
    it(what, async () => {
      const { page, count } = await open(attribute, isCalm);
      page.click('/b');
      await until(() => page.statuses, 'unloaded loaded');
      page.window.history.replaceState(null, '', `${root}/b#same`);
      page.click('/a');
      await until(() => page.statuses, 'loaded unloaded');
      expect(count()).to.equal(canTransition ? expected : 0);
      page.close();
    });
  }

  it('mounts once, however quickly the location goes back and forth', async () => {
    const { page } = await open('transition', false);
    for (const path of ['/b', '/a', '/b']) page.window.history.pushState(null, '', `${root}${path}`);
    await until(() => page.statuses, 'unloaded loaded');
    expect(page.journal).to.deep.equal(['a mount {}', 'a unmount', 'b mount {}']);
    page.close();
  });
});
