import { expect } from '@esm-bundle/chai';
import { BuildErrorOverlay } from './build-error-overlay.js';

const find = (): HTMLElement | null => document.querySelector('federation-build-error');

describe('the message that a remote could not be built', () => {
  let overlay: BuildErrorOverlay;
  beforeEach(() => {
    overlay = new BuildErrorOverlay();
  });
  afterEach(() => {
    for (const name of ['cart', 'badge']) overlay.hide(name);
  });

  it('is an alert, lies above all else, and is text and no HTML', () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647';
    document.body.append(cover);
    overlay.show('cart', 'src/a.js:1:2: <img src=x onerror=alert(1)>');
    document.body.append(cover);
    const shown = find();
    expect([shown?.role, shown?.checkVisibility()]).to.deep.equal(['alert', true]);
    expect(shown?.shadowRoot?.querySelector('pre')?.textContent).to.equal('src/a.js:1:2: <img src=x onerror=alert(1)>');
    const { left = 0, bottom = 0 } = shown?.getBoundingClientRect() ?? {};
    expect(document.elementFromPoint(left + 9, bottom - 9)?.localName).to.equal('federation-build-error');
    cover.remove();
  });

  it('names each remote that could not be, and goes with the last', () => {
    overlay.show('cart', 'one');
    overlay.show('badge', 'two');
    overlay.show('cart', 'three');
    const headings = [...(find()?.shadowRoot?.querySelectorAll('h2') ?? [])].map(({ textContent }) => textContent);
    expect(headings).to.deep.equal(['"cart" could not be built', '"badge" could not be built']);
    expect(find()?.shadowRoot?.textContent).to.contain('three').and.not.to.contain('one');
    overlay.hide('cart');
    expect(find()?.shadowRoot?.textContent).to.contain('badge');
    overlay.hide('badge');
    expect(find() === null).to.equal(true);
  });

  it('can be closed, and comes again with the next', () => {
    overlay.show('cart', 'one');
    find()?.shadowRoot?.querySelector('button')?.click();
    expect(find() === null).to.equal(true);
    overlay.show('cart', 'two');
    expect(find() === null).to.equal(false);
  });
});
