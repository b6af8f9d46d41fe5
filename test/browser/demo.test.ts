import { expect } from '@esm-bundle/chai';
import { Shell } from './support/shell.js';
import { until } from './support/until.js';

/** What each remote of the shop shows at first, and how it was mounted. */
const live: readonly (readonly [remote: string, contract: string, selector: string, text: RegExp])[] = [
  ['catalog', 'element', 'h3', /^Tide.* Fog.* Moss.* Ember.* Dune.* Ink/],
  ['badge', 'define', 'a', /^Cart 0$/],
  ['cart', 'mount', 'section', /^Your cart/],
  ['reviews', 'single-spa', 'h2', /^What people say about Tide$/],
  ['recommendations', 'mount', 'h3', /^Mountain tea Oak tray Linen cloth$/],
  ['orders', 'element', '.number', /^No. 1043 No. 987 No. 931$/],
  ['seams', 'mount', 'h3', /^lit.*react.*react-dom.*vue.*Who is on this page$/],
];

const addFirst = 'li:nth-child(1) .add';

describe('the demo', () => {
  let shell: Shell;

  before(async () => {
    shell = await Shell.open('/__shell/shop/index.html');
  });
  after(() => shell.close());

  for (const [remote, contract, selector, text] of live) {
    it(`shows ${remote}, mounted as ${contract}, from an origin of its own`, () => {
      const { status, instance, currentSrc } = shell.remote(remote);
      expect([status, instance?.contract]).to.deep.equal(['loaded', contract]);
      expect(new URL(currentSrc).origin).not.to.equal(location.origin);
      expect(shell.text(remote, selector)).to.match(text);
    });
  }

  it('has as many origins as remotes', () => {
    const origins = live.map(([remote]) => new URL(shell.remote(remote).currentSrc).origin);
    expect(new Set(origins).size).to.equal(live.length);
  });

  describe('with a remote at whose address nothing listens', () => {
    it('shows the error slot in its place, as an alert with a button', () => {
      const place = shell.remote('delivery');
      const alert = place.shadowRoot?.querySelector('[role="alert"]');
      expect(place.status).to.equal('error');
      expect(alert?.checkVisibility()).to.equal(true);
      expect(place.querySelector('button')?.checkVisibility()).to.equal(true);
      expect(place.querySelector('[data-federation-message]')?.textContent).to.contain('delivery');
    });

    it('tries again when the button is pressed', async () => {
      const place = shell.remote('delivery');
      const started = new Promise((resolve) => place.addEventListener('loadstart', resolve, { once: true }));
      place.querySelector('button')?.click();
      await started;
      await until(() => place.status, 'error');
    });

    it('complains of nothing else', () => {
      const others = shell.window.witness.complaints.filter((complaint) => !complaint.includes('delivery'));
      expect(others).to.deep.equal([]);
    });
  });

  describe('shares', () => {
    it('one lit between the two remotes on lit 3, and gives the one on lit 2 its own', () => {
      const { litElementVersions, litHtmlVersions } = shell.window as unknown as Record<string, readonly string[]>;
      expect(litElementVersions?.toSorted()).to.deep.equal(['3.3.3', '4.2.2']);
      expect(litHtmlVersions?.toSorted()).to.deep.equal(['2.8.0', '3.3.3']);
      expect(copiesOf('lit')).to.deep.equal(['lit@2.8.0 of orders', 'lit@3.3.3 of catalog']);
    });

    it('one react and one react-dom between the two remotes on React 19: the ones with fewer bytes', () => {
      expect(shell.window.witness.renderers).to.deep.equal(['19.2.9']);
      expect(copiesOf('react')).to.deep.equal(['react@19.2.9 of reviews']);
      expect(copiesOf('react-dom')).to.deep.equal(['react-dom@19.2.9 of reviews']);
    });

    it('no file twice', () => {
      const files = shell.fetched(/\/shared\//);
      expect(files).to.have.length(new Set(files).size);
    });

    it('and says so, in the agreement’s own sentences', () => {
      const agreement = shell.window.document.querySelector('federation-host')?.federation?.agreement;
      const sentences = agreement?.packages.flatMap(({ decisions }) => decisions.map(({ sentence }) => sentence)) ?? [];
      expect(sentences.some((sentence) => sentence.includes('orders') && sentence.includes('2.8.0'))).to.equal(true);
      const shown = shell.all('seams', 'article li').map(({ textContent }) => textContent);
      expect(shown.toSorted()).to.deep.equal(sentences.toSorted());
    });

    /** The copies of a package that the page fetched files of. */
    function copiesOf(packageName: string): readonly string[] {
      const pattern = new RegExp(`/shared/(${packageName}@[\\d.]+)/`);
      const providers = new Map(live.map(([remote]) => [new URL(shell.remote(remote).currentSrc).origin, remote]));
      const copies = shell
        .fetched(pattern)
        .map((address) => `${pattern.exec(address)?.[1]} of ${providers.get(new URL(address).origin)}`);
      return [...new Set(copies)].toSorted();
    }
  });

  describe('works together: ', () => {
    it('what is added in the catalog is in the cart, on the badge and on the shelf', async () => {
      shell.click('catalog', addFirst);
      shell.click('catalog', addFirst);
      await until(() => shell.text('cart', 'strong'), 'Tide');
      await until(() => shell.text('cart', 'output'), '2');
      await until(() => shell.text('badge', 'a'), '€56 2');
      await until(() => shell.text('catalog', '.quantity'), '2 in cart');
    });

    it('what is chosen in the catalog is what is reviewed and what others go well with', async () => {
      shell.click('catalog', '[aria-label="Show Ember"]');
      await until(() => shell.text('reviews', 'h2'), 'What people say about Ember');
      await until(() => shell.text('recommendations', 'h2'), 'Goes well with Ember');
    });

    it('what is recommended can be added, too', async () => {
      shell.click('recommendations', '[aria-label^="Add Cherry spoon to the cart"]');
      await until(() => shell.text('cart', 'strong'), 'Tide Cherry spoon');
      await until(() => shell.text('badge', 'a'), '€78 3');
    });

    it('what is ordered stands in the list of orders, and the cart is empty', async () => {
      shell.click('cart', '.cart-order');
      await until(() => shell.text('orders', 'li:first-child .goods').startsWith('2 × Tide, Cherry spoon'), true);
      await until(() => shell.text('badge', 'a'), 'Cart 0');
      await until(() => shell.all('cart', 'li').length, 0);
    });

    it('an old order can be ordered again', async () => {
      shell.click('orders', '[aria-label="Order number 931 again"]');
      await until(() => shell.text('cart', 'output'), '4');
    });
  });

  it('puts a review below the piece that it is about', async () => {
    const [words] = shell.all('reviews', 'input') as HTMLInputElement[];
    if (words) words.value = 'Even the cat sits beside it.';
    shell.click('reviews', 'button[type="submit"]');
    await until(() => shell.text('reviews', 'li:first-child blockquote'), 'Even the cat sits beside it.');
  });
});

describe('the demo, elsewhere: ', () => {
  const variants: readonly (readonly [title: string, address: string])[] = [
    ['in a sub-folder, with relative addresses', '/__shell/some/where/deep/index.html'],
    ['at an address without a file name', '/__shell/shop/'],
    ['with a base', '/__shell/shop/index.html?base=/demo/shell/'],
    ['with the host tag after the remotes', '/__shell/shop/index.html?host=last'],
    ['with a base, and the host tag after the remotes', '/__shell/shop/?base=/demo/shell/&host=last'],
  ];
  for (const [title, address] of variants) {
    it(`mounts the same remotes ${title}`, async () => {
      const shell = await Shell.open(address);
      const mounted = shell.remotes.filter(({ status }) => status === 'loaded').map(({ remote }) => remote);
      expect(mounted.toSorted()).to.deep.equal(live.map(([remote]) => remote).toSorted());
      expect(shell.remote('delivery').status).to.equal('error');
      shell.close();
    });
  }
});
