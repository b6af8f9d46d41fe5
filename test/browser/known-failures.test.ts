import { expect } from '@esm-bundle/chai';
import { type Engine, engine, knownToFailIn } from './support/known-failure.js';
import { echoAddress, origins } from './support/origins.js';

type Bug = readonly [what: string, engines: readonly Engine[], test: () => Promise<void>];

/** A module of its own, that nobody has loaded before. */
const moduleOf = (text: string, fault = ''): string =>
  fault
    ? `${origins.second}/__fault/${fault},id=${crypto.randomUUID()}/test/browser/fixtures/plain/module.js`
    : echoAddress(origins.second, 'module.js', `${text} // ${crypto.randomUUID()}`);

const wrongHash = `sha384-${'A'.repeat(64)}`;

/** Inserts a link, and waits for what becomes of it: `load` or `error`. */
async function settleLink(properties: object, look: () => void = () => {}): Promise<string> {
  const link = Object.assign(document.createElement('link'), properties);
  const settled = new Promise<Event>((resolve) => {
    for (const type of ['load', 'error']) link.addEventListener(type, resolve);
  });
  document.head.append(link);
  const { type } = await settled;
  look();
  link.remove();
  return type;
}

async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

const bugs: readonly Bug[] = [
  [
    'import() fetches again what did not arrive the first time',
    ['Firefox'],
    async () => {
      const url = moduleOf('', 'flaky');
      expect(await reasonOf(import(url))).to.be.instanceOf(TypeError);
      expect(await reasonOf(import(url))).to.equal(undefined);
    },
  ],
  [
    'import() of a module that threw rejects each time',
    ['WebKit'],
    async () => {
      const url = moduleOf('throw new Error("as it ran");');
      expect(await reasonOf(import(url))).to.be.instanceOf(Error);
      expect(await reasonOf(import(url))).to.be.instanceOf(Error);
    },
  ],
  [
    'a modulepreload that failed does not keep import() from fetching',
    ['Firefox', 'WebKit'],
    async () => {
      const href = moduleOf('', 'flaky');
      await settleLink({ rel: 'modulepreload', href });
      expect(await reasonOf(import(href))).to.equal(undefined);
    },
  ],
  [
    'a modulepreload of a file that is not there is an error',
    ['Firefox'],
    async () => {
      expect(await settleLink({ rel: 'modulepreload', href: moduleOf('', '404') })).to.equal('error');
    },
  ],
  [
    'a page takes import maps at any time',
    ['Firefox'],
    async () => {
      const specifier = `late-${crypto.randomUUID()}`;
      const map = document.createElement('script');
      map.type = 'importmap';
      map.textContent = JSON.stringify({ imports: { [specifier]: moduleOf('export const isLate = true;') } });
      document.head.append(map);
      map.remove();
      expect((await import(specifier)).isLate).to.equal(true);
    },
  ],
  [
    'a stylesheet is not applied if its hash is another one, wherever the browser has it from',
    ['Firefox'],
    async () => {
      const mark = `m${crypto.randomUUID()}`;
      const href = echoAddress(origins.second, 'a.css', `.${mark} { width: 7px }`);
      const probe = document.createElement('p');
      probe.className = mark;
      document.body.append(probe);
      const sheet = { rel: 'stylesheet', crossOrigin: 'anonymous', href };
      const isApplied: boolean[] = [];
      const look = (): unknown => isApplied.push(getComputedStyle(probe).width === '7px');
      await settleLink(sheet, look);
      await settleLink({ ...sheet, integrity: wrongHash }, look);
      probe.remove();
      expect(isApplied).to.deep.equal([true, false]);
    },
  ],
  [
    'a stylesheet that is made from text knows its base',
    ['Chromium'],
    async () => {
      let isRead = false;
      const options = {
        get baseURL() {
          isRead = true;
          return 'https://base.example/';
        },
      };
      new CSSStyleSheet(options as CSSStyleSheetInit);
      expect(isRead).to.equal(true);
    },
  ],
  [
    'a fetch that took too long says so',
    ['WebKit'],
    async () => {
      const reason = await reasonOf(fetch(moduleOf('', 'hang'), { signal: AbortSignal.timeout(20) }));
      expect((reason as Error).name).to.equal('TimeoutError');
    },
  ],
  [
    'a cookie that the cookie store sets is there',
    ['WebKit'],
    async () => {
      const name = `cookie-${crypto.randomUUID()}`;
      await cookieStore.set(name, '1');
      const { cookie } = document;
      await cookieStore.delete(name);
      expect(cookie).to.contain(name);
    },
  ],
  [
    'an element can be moved in one piece',
    ['WebKit'],
    async () => {
      expect('moveBefore' in document.body).to.equal(true);
    },
  ],
  [
    'a page is told of navigations',
    ['WebKit'],
    async () => {
      expect('navigation' in globalThis).to.equal(true);
    },
  ],
];

describe('what every browser should do, and some are known not to: ', () => {
  for (const [what, engines, test] of bugs) {
    it(`${what} (not in ${engines.join(' and ')})`, () => knownToFailIn(engines, test));
  }
});

describe('knownToFailIn', () => {
  const others = (['Chromium', 'Firefox', 'WebKit'] as const).filter((name) => name !== engine);
  const pass = async (): Promise<void> => {};
  const fail = async (): Promise<void> => {
    throw new TypeError('fails');
  };

  it('is content with a test that fails where it is known to', () => knownToFailIn([engine], fail));
  it('is content with a test that passes elsewhere', () => knownToFailIn(others, pass));
  it('complains of a test that passes where it is known to fail', async () => {
    expect(await reasonOf(knownToFailIn([engine], pass))).to.be.instanceOf(Error);
  });
  it('hands on what fails elsewhere', async () => {
    expect(await reasonOf(knownToFailIn(others, fail))).to.be.instanceOf(TypeError);
  });
});
