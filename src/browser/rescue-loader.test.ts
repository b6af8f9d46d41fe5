import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { Federation, FederationOptions, LoadedModule } from './federation-api.js';

const folder = '/test/browser/fixtures/runtime';
const unique = (): string => crypto.randomUUID();
const flakyAlpha = (fail: number): string =>
  `${origins.second}/__fault/flaky,fail=${fail},id=${unique()}${folder}/alpha/remoteEntry.json`;

/** Path of a module that the server makes up. */
const madeUp = (body: string): string => echoAddress('', 'module.js', `${body}\n// ${unique()}`).slice(1);

/** A remote whose one module is the file at this path, with an entry that says nothing else. */
const remoteOf = (path: string): ReturnType<typeof parseRemoteEntry> =>
  parseRemoteEntry(
    { name: 'made-up', exposes: [{ key: './It', outFileName: path }] },
    `${origins.second}/remoteEntry.json`,
  );

describe('a module that does not load at first', () => {
  let page: RuntimePage;
  let federation: Federation;

  const open = async (options: FederationOptions = {}): Promise<void> => {
    page = await RuntimePage.open();
    federation = page.federation.createFederation(options);
  };
  const load = async (path: string, options = {}): Promise<LoadedModule> => {
    await federation.register('made-up', remoteOf(path));
    return federation.loadModule('made-up', './It', options);
  };
  const failure = (loading: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> =>
    loading.then(
      () => expect.fail('It was loaded.'),
      (error) => error,
    );
  afterEach(() => page.close());

  it('is loaded as soon as its files are there, all of them flaky', async () => {
    await open({ manifest: { alpha: flakyAlpha(1) } });
    const { namespace } = await federation.loadModule('alpha');
    expect(namespace.name).to.equal('alpha');
  });

  it('is loaded as soon as it is there, where no hash is known', async () => {
    await open();
    const { namespace } = await load(`__fault/flaky,id=${unique()}/test/browser/fixtures/plain/module.js`);
    expect(Object.keys(namespace)).to.deep.equal(['name']);
  });

  it('is loaded later, when somebody asks again', async () => {
    await open();
    const path = `__fault/flaky,fail=2,id=${unique()}/test/browser/fixtures/plain/module.js`;
    expect(await failure(load(path, { retry: 0 }))).to.have.property('code', 'module-unreachable');
    expect(Object.keys((await load(path, { retry: 2 })).namespace)).to.deep.equal(['name']);
  });

  const unreachable: readonly (readonly [what: string, path: () => string, reason: RegExp])[] = [
    ['is not there', () => `__fault/404/${unique()}.js`, /HTTP 404$/],
    ['is a start page', () => `__fault/html/${unique()}.js`, /is text\/html/],
    ['breaks off', () => `__fault/truncated/${unique()}.js`, /./],
    ['imports what is not there', () => madeUp(`import '/__fault/404/${unique()}.js';`), /./],
  ];
  for (const [what, path, reason] of unreachable) {
    it(`is module-unreachable if it ${what}`, async () => {
      await open({ retry: 1 });
      const { code, details } = await failure(load(path()));
      expect(code).to.equal('module-unreachable');
      expect(details).to.include({ remote: 'made-up', module: './It' });
      expect(details.reason).to.match(reason);
    });
  }

  const broken: readonly (readonly [what: string, path: () => string])[] = [
    ['throws', () => madeUp('window.runs = (window.runs ?? 0) + 1; throw new Error("no");')],
    ['throws a TypeError', () => madeUp('window.runs = (window.runs ?? 0) + 1; null.x;')],
    ['throws nothing', () => madeUp('window.runs = (window.runs ?? 0) + 1; throw undefined;')],
    ['rejects', () => madeUp('window.runs = (window.runs ?? 0) + 1; await Promise.reject(new Error("no"));')],
    ['is no JavaScript', () => madeUp('export {{')],
    ['imports what nothing maps', () => madeUp(`import 'nowhere-${unique()}';`)],
    [
      'imports a name that is not exported',
      () => madeUp(`import { none } from '/test/browser/fixtures/plain/module.js';`),
    ],
  ];
  for (const [what, path] of broken) {
    it(`is module-failed if it ${what}, runs once, and stays so`, async () => {
      await open();
      const file = path();
      const first = await failure(load(file));
      const second = await failure(load(file));
      expect([first.code, second.code]).to.deep.equal(['module-failed', 'module-failed']);
      expect((page.window as unknown as { runs?: number }).runs ?? 1).to.equal(1);
    });
  }

  it('is module-timeout if it does not come in time, and is there for who asks later', async () => {
    await open();
    const path = `__fault/slow,ms=300,id=${unique()}/test/browser/fixtures/plain/module.js`;
    const { code, details } = await failure(load(path, { timeout: 50 }));
    expect(code).to.equal('module-timeout');
    expect(details).to.deep.equal({ remote: 'made-up', module: './It', timeout: 50 });
    expect(Object.keys((await load(path)).namespace)).to.deep.equal(['name']);
    expect(await requestsTo(origins.second, path)).to.have.length(1);
  });

  for (const body of ['await new Promise(() => {});', 'export function then() {}']) {
    it(`is module-timeout if it never ends: ${body}`, async () => {
      await open();
      expect(await failure(load(madeUp(body), { timeout: 200 }))).to.have.property('code', 'module-timeout');
    });
  }

  it('ends with the reason of the signal, if that is aborted', async () => {
    await open();
    const controller = new AbortController();
    const loading = failure(load(`__fault/hang/${unique()}.js`, { signal: controller.signal }));
    controller.abort('enough');
    expect(await loading).to.equal('enough');
  });

  describe('where es-module-shims loads it', () => {
    const plain = 'test/browser/fixtures/plain/module.js';
    const unavailable = (): string => `__fault/flaky,fail=99,id=${unique()}/${plain}`;
    /** Blocks import maps and nothing else, so that every browser needs es-module-shims. */
    const head = `<meta http-equiv="Content-Security-Policy" content="script-src ${location.origin} blob: ${origins.second} ${origins.third}">`;

    for (const [what, path] of [
      ['of it', unavailable],
      ['of a file that it imports', () => madeUp(`import '/${unavailable()}';`)],
      ['of a file that it imports from elsewhere', () => madeUp(`import '${origins.third}/${unavailable()}';`)],
      ['of a file that it imports as it runs', () => madeUp(`await import('/${unavailable()}');`)],
    ] as const) {
      it(`is module-unreachable if the server says HTTP 503 ${what}`, async () => {
        page = await RuntimePage.open({ head });
        federation = page.federation.createFederation({ retry: 0 });
        const { code } = await failure(load(path()));
        expect([page.isPolyfilled, code]).to.deep.equal([true, 'module-unreachable']);
      });
    }
  });

  it('does not disturb the others', async () => {
    await open({ manifest: { alpha: `${origins.third}${folder}/alpha/remoteEntry.json` } });
    const [good, bad] = await Promise.all([
      federation.loadModule('alpha'),
      failure(load(madeUp('throw new Error("no");'))),
    ]);
    expect(good.namespace.name).to.equal('alpha');
    expect(bad.code).to.equal('module-failed');
  });
});
