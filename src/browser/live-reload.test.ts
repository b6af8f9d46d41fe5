import { expect } from '@esm-bundle/chai';
import { until } from '../../test/browser/support/until.js';
import { createRemoteFiles, Workshop } from '../../test/browser/support/workshop.js';

/** A module that shows a greeting and counts clicks. */
const greet = (greeting: string): string => `
  export function mount(target) {
    let clicks = 0;
    const button = document.createElement('button');
    const render = () => { button.textContent = ${JSON.stringify(greeting)} + ' ' + clicks; };
    button.onclick = () => { clicks++; render(); };
    render();
    target.append(button);
    return () => button.remove();
  }`;

describe('a page with remotes that are being developed', () => {
  let workshop: Workshop;
  afterEach(() => workshop.close());

  it('mounts the rebuilt remote in place; the others keep their state, and the page is not reloaded', async () => {
    workshop = await Workshop.open({
      ...createRemoteFiles('cart', greet('first')),
      ...createRemoteFiles('badge', greet('badge')),
    });
    await until(() => [workshop.text('cart'), workshop.text('badge')].join(), 'first 0,badge 0');
    workshop.window.mark = 'the same page';
    const before = workshop.remote('badge').instance;
    for (const name of ['cart', 'badge']) workshop.remote(name).querySelector('button')?.click();
    expect(workshop.text('cart')).to.equal('first 1');
    await workshop.write('cart/src/main.js', greet('second'));
    await until(() => workshop.text('cart'), 'second 0');
    expect(workshop.text('badge')).to.equal('badge 1');
    expect(workshop.remote('badge').instance).to.equal(before);
    expect(workshop.window.mark).to.equal('the same page');
    await workshop.write('cart/src/main.js', greet('third'));
    await until(() => workshop.text('cart'), 'third 0');
    expect(workshop.window.mark).to.equal('the same page');
  });

  it('shows why a build failed, keeps what is mounted, and goes on with the next good build', async () => {
    workshop = await Workshop.open(createRemoteFiles('cart', greet('good')));
    await until(() => workshop.text('cart'), 'good 0');
    await workshop.write('cart/src/main.js', 'export function mount( {');
    await until(() => workshop.error?.role, 'alert');
    expect(workshop.error?.shadowRoot?.textContent).to.contain('"cart"').and.to.contain('src/main.js:1');
    expect(workshop.text('cart')).to.equal('good 0');
    await workshop.write('cart/src/main.js', greet('better'));
    await until(() => workshop.text('cart'), 'better 0');
    expect(workshop.error).to.equal(undefined);
  });

  it('hears of the first build that succeeds', async () => {
    workshop = await Workshop.open(createRemoteFiles('cart', "import './missing.js';"));
    await until(() => workshop.error?.role, 'alert');
    expect(workshop.remote('cart').status).to.equal('error');
    await workshop.write('cart/src/main.js', greet('found'));
    await until(() => workshop.text('cart'), 'found 0');
    expect(workshop.error).to.equal(undefined);
  });

  it('goes on with the shared packages that it has resolved for good, and is reloaded when they have changed', async () => {
    const shared = (text: string): string => `export const text = '${text}';`;
    const main = (end: string): string =>
      `import { text } from 'words'; export function mount(target) { target.textContent = text + '${end}'; }`;
    workshop = await Workshop.open(
      createRemoteFiles('cart', main(''), {
        'package.json': { name: 'cart', type: 'module', dependencies: { words: '1.0.0' } },
        'node_modules/.package-lock.json': {},
        'node_modules/words/package.json': { name: 'words', version: '1.0.0', type: 'module', main: 'index.js' },
        'node_modules/words/index.js': shared('old words'),
      }),
    );
    await until(() => workshop.text('cart'), 'old words');
    workshop.window.mark = 'the first page';
    await workshop.write('cart/src/main.js', main('!'));
    await until(() => workshop.text('cart'), 'old words!');
    expect(workshop.window.mark).to.equal('the first page');
    await workshop.write('cart/node_modules/words/index.js', shared('new words'));
    await workshop.write('cart/node_modules/.package-lock.json', { changed: true });
    await until(() => workshop.text('cart'), 'new words!');
    expect(workshop.window.mark).to.equal(undefined);
  });

  const element = (text: string): string =>
    `class CartApp extends HTMLElement { connectedCallback() { this.textContent = '${text}'; } }`;
  for (const [title, rest] of [
    ['that is exported', 'export default CartApp;'],
    ['that the module defines', "customElements.define('cart-own', CartApp);"],
    [
      'that it defines if nobody has',
      "if (!customElements.get('cart-own')) customElements.define('cart-own', CartApp);",
    ],
    ['that it defines and exports', "customElements.define('cart-own', CartApp); export { CartApp };"],
  ] as const) {
    it(`mounts a rebuilt custom element ${title} in place`, async () => {
      workshop = await Workshop.open(
        createRemoteFiles('cart', element('old element') + rest, {
          'federation.config.js':
            "export default { name: 'cart', exposes: { './Main': { file: './src/main.js', element: 'cart-own' } } };",
        }),
      );
      await until(() => workshop.text('cart'), 'old element');
      workshop.window.mark = 'the same page';
      for (const text of ['new element', 'newer element', 'old element']) {
        await workshop.write('cart/src/main.js', element(text) + rest);
        await until(() => workshop.text('cart'), text);
      }
      expect(workshop.window.mark).to.equal('the same page');
    });
  }

  it('is reloaded when a tag observes an attribute that it did not, for the document has asked before', async () => {
    const observing = (text: string, names: string): string => `
      customElements.define('cart-own', class extends HTMLElement {
        static observedAttributes = [${names}];
        attributeChangedCallback() {}
        connectedCallback() { this.textContent = '${text}'; }
      });`;
    workshop = await Workshop.open(
      createRemoteFiles('cart', observing('old', ''), {
        'federation.config.js':
          "export default { name: 'cart', exposes: { './Main': { file: './src/main.js', element: 'cart-own' } } };",
      }),
    );
    await until(() => workshop.text('cart'), 'old');
    workshop.window.mark = 'the first page';
    await workshop.write('cart/src/main.js', observing('new', "'label'"));
    await until(() => `${workshop.text('cart')} ${workshop.window.mark}`, 'new undefined');
  });
});
