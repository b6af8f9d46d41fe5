import { expect } from '@esm-bundle/chai';
import { allMeans, RoutesPage, root } from '../../test/browser/support/routes-page.js';
import { until } from '../../test/browser/support/until.js';

/** A tag for an app, with an id, and a pattern below the root. */
function remote(id: string, module = './Page', more = ''): string {
  return `<federation-remote id="${id}" remote="routes" module="${module}" pattern="${root}/${id}{/*}?" ${more}></federation-remote>`;
}
const link = (id: string): string => `<a id="to-${id}" href="${root}/${id}">${id}</a>`;
const titled = (title: string): string => `props='{ "title": "${title}" }'`;

const body = `
  <federation-remote id="aside" remote="routes" module="./Page" pattern="${root}/b" props='{ "heading": "aside" }'></federation-remote>
  <nav>${['a', 'b', 'gated', 'element', 'throws', 'titled'].map(link).join(' ')}</nav>
  <main>
    <federation-routes>
      ${remote('a')}
      ${remote('b')}
      ${remote('gated', './Gated')}
      ${remote('element', './Element')}
      ${remote('throws', './Throws')}
      ${remote('titled', './Page', titled('A title'))}
      <div slot="fallback"><h2 id="lost">Not found</h2></div>
    </federation-routes>
  </main>`;

for (const means of allMeans) {
  describe(`A navigation, by ${means}`, () => {
    let page: RoutesPage;
    let said: string[];

    beforeEach(async () => {
      page = await RoutesPage.open('/a', body, means);
      said = [];
      // What is announced is heard, not seen: either way it passes by here.
      const speaker = page.window.Element.prototype as { ariaNotify?(text: string): void };
      if (speaker.ariaNotify) speaker.ariaNotify = (text) => void said.push(text);
      const observer = new page.window.MutationObserver((records) => {
        for (const { target } of records) {
          const isRegion = (target as Element).role === 'status';
          if (isRegion && target.textContent) said.push(target.textContent);
        }
      });
      observer.observe(page.document.body, { childList: true, subtree: true });
      await until(() => page.remote('a').status, 'loaded');
    });
    afterEach(() => page.close());

    const follow = async (id: string, status = 'loaded'): Promise<void> => {
      page.find(`#to-${id}`).focus();
      page.click(`/${id}`);
      await until(() => page.remote(id).status, status);
    };

    it('moves the focus to the heading of what is shown', async () => {
      await follow('b');
      await until(() => page.document.activeElement?.textContent, 'b');
      expect(page.document.activeElement?.localName).to.equal('h2');
      expect(page.window.scrollY).to.equal(0);
    });

    it('moves it to a heading in a shadow tree, also if it comes a moment later', async () => {
      await follow('element');
      await until(() => page.focus, 'h2');
    });

    it('moves it to the tag where there is no heading, and leaves no trace of that', async () => {
      page.remote('throws').addEventListener('error', (event) => event.preventDefault());
      await follow('throws', 'error');
      await until(() => page.focus, 'throws');
      page.find('#to-a').focus();
      expect(page.remote('throws').hasAttribute('tabindex')).to.equal(false);
    });

    it('never loses it to the body, however long the app takes', async () => {
      let openGate = (): void => {};
      page.window.gate = new Promise((resolve) => (openGate = resolve));
      page.find('#a input').focus();
      page.click('/gated');
      await until(() => page.journal.at(-1), 'gated start');
      expect(page.focus).to.equal('gated');
      expect(page.remote('gated').status).to.equal('loading');
      openGate();
      const stations = new Set<string>();
      await until(() => {
        stations.add(page.focus);
        return page.focus;
      }, 'h2');
      expect([...stations].filter((station) => station === 'body')).to.deep.equal([]);
    });

    it('leaves it to whoever has moved it meanwhile', async () => {
      let openGate = (): void => {};
      page.window.gate = new Promise((resolve) => (openGate = resolve));
      await follow('gated', 'loading');
      page.find('#to-titled').focus();
      openGate();
      await until(() => said.length, 1);
      expect(page.focus).to.equal('to-titled');
      expect(said).to.deep.equal(['gated']);
    });

    it('moves it to what comes instead when nothing matches', async () => {
      page.find('#a input').focus();
      page.window.history.pushState(null, '', `${root}/nowhere`);
      await until(() => page.focus, 'lost');
    });

    it('is named once, by the heading that gets the focus', async () => {
      await follow('b');
      await until(() => page.focus, 'h2');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(said).to.deep.equal([]);
    });

    it('is not announced by a title from before', async () => {
      page.document.title = 'From before';
      await follow('b');
      await until(() => page.focus, 'h2');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(said).to.deep.equal([]);
    });

    it('is announced once, by the title of the page if that has changed', async () => {
      await follow('titled');
      await until(() => said.length, 1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(said).to.deep.equal(['A title']);
    });

    it('is presented once, if it is followed by another before it is through', async () => {
      page.window.gate = new Promise(() => {});
      await follow('gated', 'loading');
      await follow('titled');
      await until(() => said.length, 1);
      expect(said).to.deep.equal(['A title']);
      expect(page.document.activeElement?.localName).to.equal('h2');
    });

    it('is also presented if only the address goes on meanwhile', async () => {
      let openGate = (): void => {};
      page.window.gate = new Promise((resolve) => (openGate = resolve));
      await follow('gated', 'loading');
      page.window.history.pushState(null, '', `${root}/gated/more`);
      openGate();
      await until(() => page.focus, 'h2');
    });

    it('back moves the focus as well', async () => {
      await follow('b');
      await until(() => page.focus, 'h2');
      page.window.history.back();
      await until(() => page.document.activeElement?.textContent, 'a');
    });

    it('to a place in the page moves nothing and says nothing', async () => {
      page.find('#a input').focus();
      page.window.location.hash = 'here';
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(page.focus).to.equal('input');
      expect(said).to.deep.equal([]);
    });
  });
}

describe('What a page starts with', () => {
  it('takes no focus, and is not announced', async () => {
    const page = await RoutesPage.open('/a', body);
    await until(() => page.remote('a').status, 'loaded');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.document.activeElement).to.equal(page.document.body);
    page.close();
  });
});
