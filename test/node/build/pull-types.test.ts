import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type PulledTypes, type PullTypesOptions, pullTypes } from '../../../src/build/types/pull-types.js';
import { buildProject } from '../support/build-project.js';
import { createProject, type Project } from '../support/create-project.js';
import { installPackages } from '../support/install-packages.js';

const execute = promisify(execFile);
const runtime = fileURLToPath(new URL('../../../src/index.ts', import.meta.url));

type Answer = string | object | ((response: ServerResponse) => void);

/** A server that answers by path; what is no text is JSON. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const answer = answers[url];
    if (typeof answer === 'function') answer(response);
    else if (answer === undefined) response.writeHead(404).end();
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const entryOf = (exposes: object[]): object => ({ name: 'x', exposes, shared: [] });
const cart = {
  '/cart/remoteEntry.json': entryOf([
    { key: './Cart', outFileName: 'Cart.js', types: 'types/Cart.d.ts' },
    { key: './Item', outFileName: 'Item.js', types: 'types/modules/item.d.ts' },
    { key: './plain', outFileName: 'plain.js' },
  ]),
  '/cart/types/Cart.d.ts':
    "import type { Item } from './modules/item.js';\nexport declare class Cart { items: Item[] }\nexport default function open(): Cart;\nexport * from './modules/item.js';\n",
  '/cart/types/modules/item.d.ts': 'export interface Item { id: number }\n',
};

const bundler = { module: 'esnext', moduleResolution: 'bundler' };
const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };

/** A page's project of ES modules, and what its types are checked with. */
async function createConsumer(
  manifest: object,
  resolution = bundler,
): Promise<
  Project & {
    pull: (more?: Partial<PullTypesOptions>) => Promise<PulledTypes>;
    check: (program: string) => Promise<string>;
  }
> {
  const project = await createProject({
    files: {
      'manifest.json': manifest,
      'tsconfig.json': {
        compilerOptions: {
          noEmit: true,
          strict: true,
          target: 'es2022',
          lib: ['es2023', 'dom', 'dom.iterable'],
          types: [],
          ...resolution,
          paths: { 'federation-elements': [runtime] },
        },
        include: ['program.ts', 'federation-types'],
      },
    },
  });
  const pull = (more = {}): Promise<PulledTypes> =>
    pullTypes({
      manifest: `${project.root}/manifest.json`,
      outDir: `${project.root}/federation-types`,
      timeout: 5_000,
      ...more,
    });
  const check = async (program: string): Promise<string> => {
    await project.write({ 'program.ts': program });
    const tsc = `${await installPackages({ typescript: '7.0.2' })}/node_modules/typescript/bin/tsc`;
    const { stdout } = await execute(process.execPath, [tsc], { cwd: project.root }).catch((error) => error);
    return stdout.replaceAll(/^(?:\.\.\/)+.*\n/gm, '');
  };
  return { ...project, pull, check };
}

describe('the types of remotes', () => {
  for (const resolution of [bundler, nodenext]) {
    it(`type what a page loads, by name and by import, and refuse what no remote has, resolved as ${resolution.module}`, async () => {
      const origin = await serve(cart);
      const consumer = await createConsumer({ 'team/cart': `${origin}/cart/remoteEntry.json` }, resolution);
      const { remotes } = await consumer.pull();
      assert.deepEqual(remotes, [{ name: 'team/cart', typed: ['./Cart', './Item'], untyped: ['./plain'] }]);
      const good = `
        import open, { Cart, type Item } from 'team/cart/Cart';
        import { type Federation, type LoadedModule, loadRemoteModule, type ModuleOf } from 'federation-elements';
        const item: Item = { id: 1 };
        const cart: Cart = open();
        cart.items.push(item);
        const first = await loadRemoteModule('team/cart', './Cart');
        const second = await loadRemoteModule({ remoteName: 'team/cart', exposedModule: 'Cart' });
        const other = await loadRemoteModule({ remoteName: 'any', exposedModule: './x', remoteEntry: 'https://a.example/remoteEntry.json' });
        const plain = await loadRemoteModule('team/cart', './plain');
        const namespaces: ModuleOf<'team/cart', './Cart'>[] = [first, second, await import('team/cart/Cart')];
        export const load = async (federation: Federation): Promise<Cart> =>
          new (await federation.loadModule('team/cart', './Cart')).namespace.Cart();
        export const items = namespaces.map(({ Cart }) => new Cart().items.map(({ id }) => id.toFixed()));
        export const rest: [unknown, string] = [other.anything, plain.whatever];
      `;
      assert.equal(await consumer.check(good), '');
      for (const [wrong, code] of [
        ["import('team/cart/Cartt');", 'TS2307'],
        ["import('cart/Cart');", 'TS2307'],
        ["import { loadRemoteModule as load } from 'federation-elements'; load('team/crt', './Cart');", 'TS2345'],
        ["import { loadRemoteModule as load } from 'federation-elements'; load('team/cart', './Cartt');", 'TS2345'],
        [
          "import type { Federation } from 'federation-elements'; (f: Federation) => f.loadModule('team/cart', './Cartt');",
          'TS2345',
        ],
        [
          "import type { Federation } from 'federation-elements'; (f: Federation) => f.loadModule('crt', './Cart');",
          'TS2345',
        ],
        ["import { Crt } from 'team/cart/Cart'; Crt;", 'TS2724'],
        ["import item from 'team/cart/Item'; item;", 'TS1192'],
        ["import('team/cart/Item').then((item) => item.default);", 'TS2339'],
      ] as const) {
        assert.match(await consumer.check(`${wrong}\nexport {};`), new RegExp(`^program\\.ts.*error ${code}`), wrong);
      }
    });
  }

  it('are those that our build declares', async () => {
    const built = await buildProject({
      packages: { typescript: '7.0.2' },
      files: { 'src/m.ts': "export { one } from './one.js';", 'src/one.ts': 'export const one = 1;' },
      config: { exposes: { './M': 'src/m.ts' } },
      types: true,
    });
    const consumer = await createConsumer({ it: pathToFileURL(`${built.outDir}/remoteEntry.json`).href });
    await consumer.pull();
    assert.equal(await consumer.check("import { one } from 'it/M'; export const a: 1 = one;"), '');
    assert.match(await consumer.check("import { one } from 'it/M'; export const a: 2 = one;"), /TS2322/);
  });

  it('go with a remote that the manifest no longer has', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({
      cart: `${origin}/cart/remoteEntry.json`,
      'team/cart': `${origin}/cart/remoteEntry.json`,
    });
    const folder = `${consumer.root}/federation-types`;
    await consumer.pull();
    assert.deepEqual((await readdir(folder)).sort(), ['cart', 'index.d.ts', 'package.json', 'team+cart']);
    await consumer.write({ 'manifest.json': { cart: `${origin}/cart/remoteEntry.json` } });
    await consumer.pull();
    assert.deepEqual((await readdir(folder)).sort(), ['cart', 'index.d.ts', 'package.json']);
  });

  it('may have a manifest whose addresses are relative to where it will be', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({ cart: 'cart/remoteEntry.json' });
    const { remotes } = await consumer.pull({ base: `${origin}/manifest.json` });
    assert.equal(remotes[0]?.error, undefined);
  });
});

describe('a remote whose types cannot be read', () => {
  const evil = (types: string, answers: Record<string, Answer> = {}): Record<string, Answer> => ({
    '/evil/remoteEntry.json': entryOf([{ key: './E', outFileName: 'E.js', types }]),
    '/outside.d.ts': 'export {};',
    ...answers,
  });
  for (const [title, answers, code] of [
    ['is not there', {}, 'types-unreadable'],
    [
      'answers with an HTML page',
      {
        '/evil/remoteEntry.json': (response) =>
          response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
      },
      'types-unreadable',
    ],
    ['answers with no JSON', { '/evil/remoteEntry.json': '<!doctype html>' }, 'types-unreadable'],
    ['has an entry of another shape', { '/evil/remoteEntry.json': { exposes: 7 } }, 'remote-entry-invalid'],
    ['never answers', { '/evil/remoteEntry.json': () => undefined }, 'types-unreadable'],
    ['never ends to answer', { '/evil/remoteEntry.json': (response) => response.write('{') }, 'types-unreadable'],
    [
      'breaks off',
      {
        '/evil/remoteEntry.json': (response) => {
          response.write('{');
          response.socket?.destroy();
        },
      },
      'types-unreadable',
    ],
    ['lacks the declarations that it lists', evil('types/E.d.ts'), 'types-unreadable'],
    ['lists declarations outside its directory', evil('../outside.d.ts'), 'remote-entry-invalid'],
    ['lists what is no declaration', evil('types/E.sh', { '/evil/types/E.sh': 'rm' }), 'types-unreadable'],
    ['lists a hidden file', evil('.ssh/E.d.ts', { '/evil/.ssh/E.d.ts': 'export {};' }), 'types-unreadable'],
    [
      'names declarations outside its directory',
      evil('E.d.ts', { '/evil/E.d.ts': "export * from '../outside.js';" }),
      'types-unreadable',
    ],
    [
      'is redirected elsewhere',
      evil('E.d.ts', { '/evil/E.d.ts': (response) => response.writeHead(302, { location: '/outside.d.ts' }).end() }),
      'types-unreadable',
    ],
    [
      'has declarations without end',
      evil('E.d.ts', { '/evil/E.d.ts': (response) => response.end(Buffer.alloc(5_000_000, ' ')) }),
      'types-unreadable',
    ],
    [
      'has declarations that are no text',
      evil('E.d.ts', { '/evil/E.d.ts': (response) => response.end(Buffer.from([0xff, 0xfe, 0])) }),
      'types-unreadable',
    ],
  ] as readonly [string, Record<string, Answer>, string][]) {
    it(`is a fault of its own: ${title}`, async () => {
      const origin = await serve({ ...cart, ...answers });
      const consumer = await createConsumer({
        evil: `${origin}/evil/remoteEntry.json`,
        cart: `${origin}/cart/remoteEntry.json`,
      });
      const { remotes } = await consumer.pull({ timeout: 400 });
      assert.deepEqual(
        remotes.map(({ name, typed, error }) => [name, typed, error?.code]),
        [
          ['evil', [], code],
          ['cart', ['./Cart', './Item'], undefined],
        ],
      );
      const written = await readdir(`${consumer.root}/federation-types`, { recursive: true });
      assert.ok(written.includes('cart/published/types/Cart.d.ts'));
      assert.deepEqual(
        written.filter((path) => path.startsWith('evil/')),
        ['evil/index.d.ts'],
      );
    });
  }

  it('can be loaded all the same, as anything', async () => {
    const consumer = await createConsumer({ evil: 'http://127.0.0.1:1/remoteEntry.json' });
    await consumer.pull();
    const program =
      "import { loadRemoteModule as load } from 'federation-elements'; export const a: string = (await load('evil', './E')).a;";
    assert.equal(await consumer.check(program), '');
  });

  it('keeps the types that were read before', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({ cart: `${origin}/cart/remoteEntry.json` });
    await consumer.pull();
    await consumer.write({ 'manifest.json': { cart: `${origin}/gone/remoteEntry.json` } });
    const { remotes } = await consumer.pull();
    assert.equal(remotes[0]?.error?.code, 'types-unreadable');
    assert.equal(await consumer.check("import { Cart } from 'cart/Cart'; export const a = new Cart().items;"), '');
  });

  it('has a hash in the manifest that is not that of its entry', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({
      cart: { url: `${origin}/cart/remoteEntry.json`, integrity: `sha256-${'A'.repeat(43)}=` },
    });
    const { remotes } = await consumer.pull();
    assert.equal(remotes[0]?.error?.code, 'types-unreadable');
  });

  it('is not needed where there is a fallback', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({
      cart: { url: `${origin}/gone.json`, fallback: `${origin}/cart/remoteEntry.json` },
    });
    assert.equal((await consumer.pull()).remotes[0]?.error, undefined);
  });
});

describe('the folder of the types', () => {
  it('is left alone if it holds something else', async () => {
    const origin = await serve(cart);
    const consumer = await createConsumer({ cart: `${origin}/cart/remoteEntry.json` });
    await consumer.write({ 'federation-types/notes.txt': 'of a person' });
    await assert.rejects(consumer.pull(), { code: 'output-unwritable' });
    assert.deepEqual(await readdir(`${consumer.root}/federation-types`), ['notes.txt']);
    assert.equal(await readFile(`${consumer.root}/federation-types/notes.txt`, 'utf8'), 'of a person');
  });

  for (const [title, content] of [
    ['is not there', undefined],
    ['is no JSON', '{'],
  ] as const) {
    it(`stays as it was if the manifest ${title}`, async () => {
      const origin = await serve(cart);
      const consumer = await createConsumer({ cart: `${origin}/cart/remoteEntry.json` });
      await consumer.pull();
      if (content !== undefined) await consumer.write({ 'manifest.json': content });
      const manifest = `${consumer.root}/${content === undefined ? 'gone' : 'manifest'}.json`;
      await assert.rejects(consumer.pull({ manifest }), { code: 'manifest-unreadable' });
      assert.deepEqual((await readdir(`${consumer.root}/federation-types`)).sort(), [
        'cart',
        'index.d.ts',
        'package.json',
      ]);
    });
  }
});
