import { expect } from '@esm-bundle/chai';
import { allMeans, RoutesPage, root } from '../../test/browser/support/routes-page.js';
import { nextEvent } from '../../test/browser/support/tags.js';
import { until } from '../../test/browser/support/until.js';

const remote = (id: string): string =>
  `<federation-remote id="${id}" remote="routes" module="./Page" pattern="${root}/${id}{/*}?"></federation-remote>`;

for (const means of allMeans) {
  describe(`Links and the history, by ${means}`, () => {
    let page: RoutesPage;
    beforeEach(async () => {
      const tall = '<div id="tall" style="height: 3000px"></div><h3 id="below">below</h3>';
      page = await RoutesPage.open('/a', remote('a') + remote('b') + tall, means);
      await until(() => page.statuses, 'loaded unloaded');
    });
    afterEach(() => page.close());

    /** Whether a link is kept in the page by the tags; it is not followed either way. */
    const isKept = async (path: string, attributes: Record<string, string> = {}): Promise<boolean> => {
      const link = page.document.createElement('a');
      for (const [name, value] of Object.entries({ href: `${root}${path}`, ...attributes }))
        link.setAttribute(name, value);
      page.document.body.append(link);
      const { navigation, NavigateEvent } = page.window as unknown as Partial<typeof globalThis>;
      let isTaken = false;
      const stop = (event: Event): void => {
        isTaken ||= event.type === 'click' && event.defaultPrevented;
        event.preventDefault();
      };
      if (navigation && NavigateEvent) {
        // An event does not tell whether it was intercepted.
        NavigateEvent.prototype.intercept = () => {
          isTaken = true;
        };
        navigation.addEventListener('navigate', stop);
      } else page.window.addEventListener('click', stop);
      // Firefox begins a navigation a moment after the click.
      const begun = navigation ? nextEvent(navigation, 'navigate') : undefined;
      link.click();
      await begun;
      return isTaken;
    };

    it('keep the page where a link leads to a pattern of it', async () => {
      expect(await isKept('/b')).to.equal(true);
    });

    const left: readonly (readonly [what: string, path: string, attributes?: Record<string, string>])[] = [
      ['to what no pattern fits', '/c'],
      ['to a place in the page', '/a#below'],
      ['to another origin', '/b', { href: `https://elsewhere.example${root}/b` }],
      ['that is a download', '/b', { download: '' }],
      ['that is said to be external', '/b', { rel: 'nofollow external' }],
    ];
    for (const [what, path, attributes] of left) {
      it(`leave a link ${what} to the browser`, async () => {
        expect(await isKept(path, attributes)).to.equal(false);
      });
    }

    it('leave a link that an app takes for itself to the app', async () => {
      page.find('#a').addEventListener('click', (event) => event.preventDefault());
      page.find('#a output').innerHTML = `<a href="${root}/b">b</a>`;
      page.click('/b');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(page.path).to.equal('/a');
    });

    it('find the link around what is clicked, also in a shadow tree', async () => {
      const place = page.document.createElement('div');
      page.document.body.append(place);
      const tree = place.attachShadow({ mode: 'open' });
      tree.innerHTML = `<a href="${root}/b"><b>b</b></a>`;
      tree.querySelector('b')?.click();
      await until(() => page.statuses, 'unloaded loaded');
      expect(page.window.isSame).to.equal(true);
    });

    for (const method of ['get', 'post']) {
      it(`leave a form that is sent by ${method} to the browser`, async () => {
        const form = `<form method="${method}" action="${root}/b"><button></button></form>`;
        page.document.body.insertAdjacentHTML('beforeend', form);
        page.find('form button').click();
        await until(() => page.window.isSame, undefined);
      });
    }

    it('make one entry of the history for a link, and none for a link to where one is', async () => {
      page.click('/b');
      await until(() => page.statuses, 'unloaded loaded');
      page.click('/b');
      await new Promise((resolve) => setTimeout(resolve, 50));
      page.window.history.back();
      // WebKit forgets what replaced the first address of a frame.
      await until(() => page.path.replace('?history', ''), '/a');
      expect(page.window.isSame).to.equal(true);
    });

    it('let the routers of apps hear of a link as of the history', async () => {
      const heard: string[] = [];
      page.window.addEventListener('popstate', () => heard.push(page.path));
      page.click('/a/deep');
      await until(() => heard.join(), '/a/deep');
    });

    it('begin at the top of what is shown, and go back to where one was', async () => {
      // Else the browser corrects the position while apps come and go: Firefox only once, if it does not draw meanwhile.
      page.document.documentElement.style.overflowAnchor = 'none';
      page.window.scrollTo(0, 1000);
      page.click('/b');
      await until(() => page.statuses, 'unloaded loaded');
      await until(() => page.window.scrollY, 0);
      page.window.history.back();
      await until(() => page.statuses, 'loaded unloaded');
      await until(() => page.window.scrollY, 1000);
    });

    it('begin at the place that a link names', async () => {
      page.click('/b#below');
      await until(() => page.statuses, 'unloaded loaded');
      await until(() => page.window.scrollY > 1000, true);
    });

    it('begin at the top for a place whose name is not encoded well', async () => {
      page.window.scrollTo(0, 1000);
      page.click('/b#100%');
      await until(() => page.statuses, 'unloaded loaded');
      await until(() => page.window.scrollY, 0);
    });
  });
}

describe('Without the Navigation API, clicks', () => {
  let page: RoutesPage;
  before(async () => {
    page = await RoutesPage.open('/a', remote('a') + remote('b'), 'the history alone');
    await until(() => page.statuses, 'loaded unloaded');
  });
  after(() => page.close());

  const left: readonly (readonly [what: string, init: MouseEventInit, attributes?: Record<string, string>])[] = [
    ['with a key held down', { ctrlKey: true }],
    ['with the shift key held down', { shiftKey: true }],
    ['with the command key held down', { metaKey: true }],
    ['with the alt key held down', { altKey: true }],
    ['with the middle button', { button: 1 }],
    ['on a link to another window', {}, { target: '_blank' }],
    ['on nothing that is a link', {}, { href: '' }],
  ];
  for (const [what, init, attributes = {}] of left) {
    it(`${what} are left to the browser`, () => {
      const link = page.document.createElement('a');
      link.href = `${root}/b`;
      for (const [name, value] of Object.entries(attributes)) {
        if (value) link.setAttribute(name, value);
        else link.removeAttribute(name);
      }
      page.document.body.append(link);
      let isTaken: boolean | undefined;
      const look = (event: Event): void => {
        isTaken = event.defaultPrevented;
        event.preventDefault();
      };
      page.window.addEventListener('click', look, { once: true });
      link.dispatchEvent(new page.window.MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
      expect(isTaken).to.equal(false);
    });
  }
});
