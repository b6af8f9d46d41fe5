import { expect } from '@esm-bundle/chai';
import { allMeans, type Means, RoutesPage, root } from '../../test/browser/support/routes-page.js';
import { nextTask } from '../../test/browser/support/tags.js';
import { until } from '../../test/browser/support/until.js';

/** A tag for an app, with an id, and a pattern below the root. */
function remote(id: string, pattern?: string, more = ''): string {
  const route = pattern === undefined ? '' : ` pattern="${root}${pattern}"`;
  return `<federation-remote id="${id}" remote="routes" module="./Page"${route} ${more}></federation-remote>`;
}

for (const means of allMeans) {
  describe(`Router, by ${means}`, () => {
    let page: RoutesPage;
    afterEach(() => page.close());
    const open = async (path: string, body: string): Promise<void> => {
      page = await RoutesPage.open(path, body, means as Means);
    };

    describe('a tag with a pattern', () => {
      it('is mounted while the location matches, and unmounted after', async () => {
        await open('/a', remote('a', '/a') + remote('b', '/b'));
        await until(() => page.statuses, 'loaded unloaded');
        page.click('/b');
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.path).to.equal('/b');
        expect(page.shown).to.equal('b');
        expect(page.journal).to.deep.equal(['a mount {}', 'a unmount', 'b mount {}']);
        expect(page.window.isSame).to.equal(true);
      });

      it('follows back and forward', async () => {
        await open('/a', remote('a', '/a') + remote('b', '/b'));
        await until(() => page.statuses, 'loaded unloaded');
        page.click('/b');
        await until(() => page.statuses, 'unloaded loaded');
        page.window.history.back();
        await until(() => page.statuses, 'loaded unloaded');
        page.window.history.forward();
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.window.isSame).to.equal(true);
      });

      it('follows what scripts do with the history', async () => {
        await open('/a', remote('a', '/a') + remote('b', '/b'));
        await until(() => page.statuses, 'loaded unloaded');
        page.window.history.pushState(null, '', `${root}/b`);
        await until(() => page.statuses, 'unloaded loaded');
        page.window.history.replaceState(null, '', `${root}/a`);
        await until(() => page.statuses, 'loaded unloaded');
      });

      it('is told of other parameters by an update, and never mounted anew', async () => {
        await open('/product/1', remote('a', '/product/:id'));
        await until(() => page.statuses, 'loaded');
        expect(page.remote('a').route).to.deep.equal({ base: `${root}/product/1/`, params: { id: '1' } });
        page.click('/product/a%20b');
        await until(() => page.journal.length, 2);
        expect(page.journal).to.deep.equal(['a mount {"id":"1"}', 'a update {"id":"a b"}']);
        expect(page.remote('a').route?.params).to.deep.equal({ id: 'a b' });
        expect(page.find('output').textContent).to.contain('/product/a%20b/');
      });

      it('hears nothing when only the rest of the path changes, below its base', async () => {
        await open('/shop/x', remote('a', '/shop{/*}?'));
        await until(() => page.statuses, 'loaded');
        expect(page.remote('a').route?.base).to.equal(`${root}/shop/`);
        page.click('/shop/y/z');
        await until(() => page.path, '/shop/y/z');
        page.click('/shop');
        await until(() => page.path, '/shop');
        await nextTask();
        expect(page.journal).to.deep.equal(['a mount {}']);
      });

      it('is mounted once, however quickly the location goes back and forth', async () => {
        await open('/a', remote('a', '/a') + remote('b', '/b'));
        await until(() => page.statuses, 'loaded unloaded');
        for (const path of ['/b', '/a', '/b', '/a', '/b']) page.window.history.pushState(null, '', `${root}${path}`);
        await until(() => page.statuses, 'unloaded loaded');
        await nextTask();
        expect(page.journal.filter((line) => line.startsWith('b'))).to.deep.equal(['b mount {}']);
      });

      it('gives up its load when the location goes on', async () => {
        await open('/', remote('a', '/a', 'module="./Gated"').replace('module="./Page"', '') + remote('b', '/b'));
        let openGate = (): void => {};
        page.window.gate = new Promise((resolve) => (openGate = resolve));
        await until(() => page.remote('b').matches(':state(away)'), true);
        const events: string[] = [];
        for (const type of ['loadstart', 'load', 'abort']) {
          page.remote('a').addEventListener(type, () => events.push(type));
        }
        page.window.history.pushState(null, '', `${root}/a`);
        await until(() => page.journal.join(), 'a start');
        page.click('/b');
        await until(() => page.statuses, 'unloaded loaded');
        expect(events).to.deep.equal(['loadstart', 'abort']);
        openGate();
        await until(() => page.journal.join(), 'a start,b mount {},a mount,a unmount');
        expect(page.remote('a').children.length).to.equal(0);
      });

      it('may be left again by what listens to its events', async () => {
        await open('/', remote('a', '/a', 'keep-alive') + remote('b', '/b'));
        await until(() => page.remote('a').matches(':state(away)'), true);
        const leave = (): void => page.window.history.replaceState(null, '', `${root}/b`);
        page.remote('a').addEventListener('loadstart', leave, { once: true });
        page.window.history.pushState(null, '', `${root}/a`);
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.journal).to.deep.equal(['b mount {}']);
        expect(page.window.witness.complaints).to.deep.equal([]);
      });

      it('loads nothing by its methods while it is away', async () => {
        await open('/', remote('a', '/a'));
        await until(() => page.remote('a').matches(':state(away)'), true);
        void page.remote('a').load();
        void page.remote('a').reload();
        page.remote('a').resume();
        await nextTask();
        expect(page.statuses).to.equal('unloaded');
        expect(page.shown).to.equal('');
      });

      it('can be given another pattern', async () => {
        await open('/a', remote('a', '/a'));
        await until(() => page.statuses, 'loaded');
        page.remote('a').pattern = `${root}/b`;
        await until(() => page.statuses, 'unloaded');
        page.remote('a').pattern = `${root}/:letter`;
        await until(() => page.statuses, 'loaded');
        expect(page.remote('a').route?.params).to.deep.equal({ letter: 'a' });
      });

      it('matches nothing with a pattern that is none, and the window hears of that', async () => {
        await open('/a', '');
        const errors: string[] = [];
        page.window.addEventListener('error', (event) => {
          event.preventDefault();
          errors.push(event.error.name);
        });
        page.document.body.insertAdjacentHTML('beforeend', remote('a', '/(') + remote('b', '/a'));
        await until(() => page.statuses, 'unloaded loaded');
        expect(errors).to.deep.equal(['TypeError']);
      });

      it('may be about the hash, or the search', async () => {
        await open(
          '/a#one',
          '<federation-remote id="a" remote="routes" module="./Page" pattern="#one"></federation-remote>' +
            '<federation-remote id="b" remote="routes" module="./Page" pattern="?tab=:tab"></federation-remote>',
        );
        await until(() => page.statuses, 'loaded unloaded');
        page.window.location.hash = 'two';
        await until(() => page.statuses, 'unloaded unloaded');
        page.click('/b?tab=2');
        await until(() => page.statuses, 'unloaded loaded');
        expect(page.journal.at(-1)).to.equal('b mount {"tab":"2"}');
      });
    });

    describe('with keep-alive', () => {
      const body = remote('a', '/a/:n', 'keep-alive') + remote('b', '/b');

      it('an app is suspended: hidden, inert, told so, and as it was when it is back', async () => {
        await open('/a/1', body);
        await until(() => page.statuses, 'loaded unloaded');
        const events: string[] = [];
        for (const type of ['suspend', 'resume', 'unmount']) {
          page.remote('a').addEventListener(type, () => events.push(type));
        }
        const field = page.find<HTMLInputElement>('#a input');
        field.value = 'half written';
        page.click('/b');
        await until(() => page.statuses, 'suspended loaded');
        expect(page.shown).to.equal('b');
        expect(page.remote('a').matches(':state(suspended)')).to.equal(true);
        expect(page.find('#a > [slot]').inert).to.equal(true);
        expect(page.remote('a').instance?.contract).to.equal('mount');
        page.click('/a/2');
        await until(() => page.statuses, 'loaded unloaded');
        expect(page.find('#a > [slot]').inert).to.equal(false);
        expect(page.find('#a input')).to.equal(field);
        expect(field.value).to.equal('half written');
        expect(events).to.deep.equal(['suspend', 'resume']);
        expect(page.journal.filter((line) => line.startsWith('a'))).to.deep.equal([
          'a mount {"n":"1"}',
          'a suspend',
          'a update {"n":"2"}',
          'a resume',
        ]);
      });

      it('a load that is under way is given up all the same', async () => {
        await open('/', remote('a', '/a', 'keep-alive').replace('Page', 'Gated') + remote('b', '/b'));
        page.window.gate = new Promise(() => {});
        await until(() => page.remote('b').matches(':state(away)'), true);
        page.window.history.pushState(null, '', `${root}/a`);
        await until(() => page.journal.join(), 'a start');
        page.click('/b');
        await until(() => page.statuses, 'unloaded loaded');
      });
    });

    describe('an app with routes of its own', () => {
      const nested = remote('shop', '/shop{/*}?', 'keep-alive').replace('Page', 'Nested');

      it('has them below its base, wherever it is put', async () => {
        await open('/shop', nested + remote('b', '/b'));
        await until(() => page.statuses, 'loaded loaded unloaded unloaded');
        expect(page.find('#shop h2').textContent).to.equal(`shop at ${root}/shop/`);
        expect(page.shown).to.equal('shop shop-start');
        page.click('/shop/item/7/more');
        await until(() => page.shown, 'shop shop-item');
        await until(() => page.statuses, 'loaded unloaded loaded unloaded');
        expect(page.remote('shop-item').route).to.deep.equal({
          base: `${root}/shop/item/7/`,
          params: { item: '7' },
        });
      });

      it('keeps what they show while it is suspended itself', async () => {
        await open('/shop/item/7', nested + remote('b', '/b'));
        await until(() => page.statuses, 'loaded unloaded loaded unloaded');
        page.click('/b');
        await until(() => page.statuses, 'suspended unloaded suspended loaded');
        page.click('/shop');
        await until(() => page.statuses, 'loaded loaded unloaded unloaded');
      });
    });
  });
}
