import { expect } from '@esm-bundle/chai';
import { allMeans, RoutesPage, root } from '../test/browser/support/routes-page.js';
import { nextTask } from '../test/browser/support/tags.js';
import { until } from '../test/browser/support/until.js';

/** A tag for an app, with an id, and a pattern below the root. */
function remote(id: string, pattern?: string, more = ''): string {
  const route = pattern === undefined ? '' : ` pattern="${root}${pattern}"`;
  return `<federation-remote id="${id}" remote="routes" module="./Page"${route} ${more}></federation-remote>`;
}

const routes = (body: string, more = ''): string => `<federation-routes ${more}>${body}</federation-routes>`;
const link = (id: string, path: string, more = ''): string => `<a id="${id}" href="${root}${path}" ${more}>${id}</a>`;

for (const means of allMeans) {
  describe(`<federation-routes>, by ${means}`, () => {
    let page: RoutesPage;
    afterEach(() => page.close());
    const open = async (path: string, body: string): Promise<void> => {
      page = await RoutesPage.open(path, body, means);
    };

    describe('shows', () => {
      it('the first that matches, in document order, and no other', async () => {
        await open('/a/new', routes(remote('new', '/a/new') + remote('a', '/a/:id') + remote('all', '/*')));
        await until(() => page.statuses, 'loaded unloaded unloaded');
        expect(page.journal).to.deep.equal(['new mount {}']);
        page.click('/a/7');
        await until(() => page.statuses, 'unloaded loaded unloaded');
        page.click('/other');
        await until(() => page.statuses, 'unloaded unloaded loaded');
        expect(page.routes.current).to.equal(page.remote('all'));
        expect(page.routes.route).to.deep.equal({ base: `${root}/`, params: {} });
      });

      it('the child without a pattern if none matches, wherever it stands', async () => {
        await open('/nowhere', routes(remote('none') + remote('a', '/a')));
        await until(() => page.statuses, 'loaded unloaded');
        expect(page.routes.route).to.equal(undefined);
        page.click('/a');
        await until(() => page.statuses, 'unloaded loaded');
      });

      it('not the child without a pattern before it is known that none matches', async () => {
        await open('/a', routes(remote('none') + remote('a', '/a')));
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.journal).to.deep.equal(['a mount {}']);
      });

      it('the element in the slot fallback, if none matches', async () => {
        await open('/nowhere', routes(`${remote('a', '/a')}<h2 id="lost" slot="fallback">Not found</h2>`));
        await until(() => page.find('#lost').checkVisibility(), true);
        page.window.history.pushState(null, '', `${root}/a`);
        await until(() => page.statuses, 'loaded');
        expect(page.find('#lost').checkVisibility()).to.equal(false);
      });

      it('a copy of the template in the slot fallback, which is gone when something matches', async () => {
        const template = '<template slot="fallback"><h2 id="lost">Not found</h2></template>';
        await open('/nowhere', routes(remote('a', '/a') + template));
        await until(() => page.document.querySelector('#lost')?.checkVisibility(), true);
        page.window.history.pushState(null, '', `${root}/a`);
        await until(() => page.statuses, 'loaded');
        expect(page.document.querySelector('#lost')).to.equal(null);
        expect(page.routes.children.length).to.equal(2);
      });
    });

    describe('marks links', () => {
      const links = link('one', '/a') + link('two', '/b') + link('place', '/a#here') + link('query', '/a?q=1');
      /** The ids of the links that are marked. */
      const marked = (): string =>
        [...page.document.querySelectorAll('[aria-current="page"]')].map(({ id }) => id).join(' ');

      it('to what is shown, and no others any more', async () => {
        await open('/a', links + routes(remote('a', '/a') + remote('b', '/b')));
        await until(marked, 'one');
        page.click('/b');
        await until(marked, 'two');
        page.click('/nowhere-near');
        page.window.history.pushState(null, '', `${root}/elsewhere`);
        await until(marked, '');
      });

      it('to where the route begins', async () => {
        await open('/a/deep/down', links + link('deep', '/a/deep') + routes(remote('a', '/a{/*}?')));
        await until(marked, 'one');
      });

      it('that come later, or lead elsewhere later', async () => {
        await open('/a', links + routes(remote('a', '/a')));
        await until(marked, 'one');
        page.document.body.insertAdjacentHTML('afterbegin', link('late', '/a'));
        await until(marked, 'late one');
        page.find('#one').setAttribute('href', `${root}/c`);
        await until(marked, 'late');
      });

      it('only in the elements that it is told', async () => {
        await open('/a', `${links}<nav>${link('inside', '/a')}</nav>${routes(remote('a', '/a'), 'nav="nav"')}`);
        await until(marked, 'inside');
        page.routes.nav = null;
        expect(marked()).to.equal('one inside');
      });

      it('except those that the author has marked', async () => {
        await open('/a', link('own', '/a', 'aria-current="step"') + routes(remote('a', '/a') + remote('b', '/b')));
        await until(() => page.statuses, 'loaded unloaded');
        page.click('/b');
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.find('#own').ariaCurrent).to.equal('step');
      });

      it('and unmarks them while it is taken out', async () => {
        await open('/a', links + routes(remote('a', '/a')));
        await until(marked, 'one');
        const { routes: tag } = page;
        tag.remove();
        expect(marked()).to.equal('');
        page.document.body.append(tag);
        expect(marked()).to.equal('one');
      });
    });

    it('is a block, unless it is hidden', async () => {
      await open('/a', routes(remote('a', '/a')));
      await until(() => page.statuses, 'loaded');
      expect(page.window.getComputedStyle(page.routes).display).to.equal('block');
      page.routes.hidden = true;
      expect(page.shown).to.equal('');
      await nextTask();
    });
  });
}
