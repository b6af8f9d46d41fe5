import assert from 'node:assert/strict';
import { appendFile, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Plugin } from 'esbuild';
import { createProject, type Files, type Project } from '../../test/node/support/create-project.js';
import { build } from './build.js';
import type { BuildError } from './build-error.js';
import type { FederationConfig } from './federation-config.js';
import { type WatchedBuild, type WatchOptions, watch } from './watch.js';

const files: Files = {
  'federation.config.js': "export default { name: 'cart', exposes: { './Cart': './src/cart.js' } };",
  'src/cart.js': "export * from './part.js';",
  'src/part.js': "export const name = 'first';",
};

/** What of a project is watched: each call gives the next build. */
async function start(
  project: Project,
  options: WatchOptions,
  see: (next: () => Promise<WatchedBuild>) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const builds = watch({ root: project.root, ...options, signal: ending.signal });
  try {
    await see(async () => (await builds.next()).value as WatchedBuild);
  } finally {
    ending.abort();
    await builds.return();
  }
}

const textOf = ({ result }: WatchedBuild): string =>
  (result?.files ?? [])
    .filter(({ path }) => path.endsWith('.js'))
    .map(({ contents }) => Buffer.from(contents).toString())
    .join('\n');
const codeOf = ({ error }: WatchedBuild): string | undefined => (error as BuildError | undefined)?.code;
const entryOf = async ({ root }: Project): Promise<string> => readFile(`${root}/dist/remoteEntry.json`, 'utf8');

describe('watch', () => {
  for (const [title, change] of [
    ['is written', (file: string) => writeFile(file, "export const name = 'second';")],
    [
      'is replaced by another, as many editors do it',
      async (file: string) => {
        await writeFile(`${file}.new`, "export const name = 'second';");
        await rename(`${file}.new`, file);
      },
    ],
    [
      'is emptied first',
      async (file: string) => {
        await writeFile(file, '');
        await writeFile(file, "export const name = 'second';");
      },
    ],
  ] as const) {
    it(`builds again when a source ${title}, and the output is what a first build makes`, async () => {
      const project = await createProject({ files });
      await start(project, {}, async (next) => {
        assert.match(textOf(await next()), /first/);
        const file = `${project.root}/src/part.js`;
        await change(file);
        let built = await next();
        // On a busy machine what is half written may be taken for whole, and is built again.
        while (!textOf(built).includes('second')) built = await next();
        assert.ok(built.changes.includes(file));
        const written = await entryOf(project);
        assert.deepEqual(JSON.parse(written), built.result?.entry);
        await build({ root: project.root });
        assert.equal(await entryOf(project), written);
      });
    });
  }

  it('keeps the last good output when a build fails, and mends it with the next', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      await next();
      const good = await entryOf(project);
      await project.write({ 'src/part.js': 'export const name = ;' });
      assert.equal(codeOf(await next()), 'source-invalid');
      assert.equal(await entryOf(project), good);
      await project.write({ 'src/part.js': "export const name = 'third';" });
      assert.match(textOf(await next()), /third/);
      assert.notEqual(await entryOf(project), good);
    });
  });

  it('waits for a file that is not there yet, wherever it is', async () => {
    const project = await createProject({ files: { ...files, 'src/cart.js': "export * from '../later/more.js';" } });
    await start(project, {}, async (next) => {
      assert.equal(codeOf(await next()), 'import-unresolved');
      await project.write({ 'later/other.js': '' });
      await project.write({ 'later/more.js': "export const name = 'late';" });
      let built = await next();
      while (built.error) built = await next();
      assert.match(textOf(built), /late/);
    });
  });

  it('waits for the correction of a source that no build has read yet', async () => {
    const project = await createProject({ files: { ...files, 'src/part.js': 'export const name = ;' } });
    await start(project, {}, async (next) => {
      assert.equal(codeOf(await next()), 'source-invalid');
      await project.write({ 'src/part.js': "export const name = 'mended';" });
      assert.match(textOf(await next()), /mended/);
    });
  });

  for (const thrown of [undefined, null, 'no'])
    it(`says that a build failed, and goes on, when the config throws ${thrown}`, async () => {
      const project = await createProject({ files });
      let isBroken = true;
      const config = {
        name: 'cart',
        exposes: { './Cart': './src/cart.js' },
        get shared(): undefined {
          if (isBroken) throw thrown;
          return undefined;
        },
      };
      await start(project, { config: config as unknown as FederationConfig }, async (next) => {
        const { error } = await next();
        assert.ok(error instanceof Error);
        assert.equal(error.cause, thrown);
        isBroken = false;
        await project.write({ 'src/part.js': "export const name = 'mended';" });
        assert.match(textOf(await next()), /mended/);
      });
    });

  it('writes types after each build, and the output is what a first build makes', async () => {
    const config = (types: boolean): string =>
      `export default { name: 'cart', exposes: { './Cart': './src/cart.ts' }, types: ${types} };`;
    const project = await createProject({
      packages: { typescript: '7.0.2' },
      files: {
        'federation.config.js': config(true),
        'src/cart.ts': "export * from './part.js';",
        'src/part.ts': 'export const first = 1;',
      },
    });
    const read = (path: string): Promise<string> => readFile(`${project.root}/dist/${path}`, 'utf8');
    /** What of the types of the latest build is there when they are: builds may be more than one on a busy machine. */
    const untilTyped = async (next: () => Promise<WatchedBuild>, name: string): Promise<WatchedBuild> => {
      for (;;) {
        const built = await next();
        const types = await built.writtenTypes;
        assert.ok(types && 'files' in types);
        if ((await read('types/modules/src/part.d.ts')).includes(name)) return built;
      }
    };
    await start(project, {}, async (next) => {
      await untilTyped(next, 'first');
      await project.write({ 'src/part.ts': 'export const second = 2;' });
      const { result } = await untilTyped(next, 'second');
      const entry = await read('remoteEntry.json');
      assert.deepEqual(JSON.parse(entry), result?.entry);
      assert.match(await read('types/Cart.d.ts'), /modules\/src\/part\.js/);
      await build({ root: project.root });
      assert.equal(await read('remoteEntry.json'), entry);
      await project.write({ 'federation.config.js': config(false) });
      while ((await next()).writtenTypes);
      await assert.rejects(read('types/Cart.d.ts'), { code: 'ENOENT' });
    });
  });

  it('makes what a first build makes, while CSS modules come, change and go', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      await next();
      for (const change of [
        { 'src/a.module.css': '.title { color: red }', 'src/part.js': "export { title } from './a.module.css';" },
        { 'src/a.module.css': '.title { color: blue }' },
        { 'src/part.js': "import { title } from './a.module.css'; export const name = title + 1;" },
        { 'src/part.js': "export const name = 'none';" },
      ]) {
        await project.write(change);
        const { entry } = await build({ root: project.root, outDir: `${project.root}/expected` });
        // Files that are written one after the other may be built one after the other.
        for (let built = await next(); !isDeepStrictEqual(built.result?.entry, entry); built = await next());
        assert.deepEqual(JSON.parse(await entryOf(project)), entry);
      }
    });
  });

  it('says why it has no types', async () => {
    const project = await createProject({ files });
    await start(project, { types: true }, async (next) => {
      const types = await (await next()).writtenTypes;
      assert.equal(types && 'error' in types && (types.error as BuildError).code, 'typescript-missing');
    });
  });

  it('says when a source is removed', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      await next();
      await rm(`${project.root}/src/part.js`);
      assert.equal(codeOf(await next()), 'import-unresolved');
    });
  });

  it('tells of a failure once, however often a file changes that is no source, such as a log of what it tells', async () => {
    const project = await createProject({ files: { ...files, 'src/part.js': 'export const name = ;' } });
    await start(project, {}, async (next) => {
      assert.equal(codeOf(await next()), 'source-invalid');
      const following = next();
      for (const line of ['first', 'second', 'third']) {
        await appendFile(`${project.root}/log`, line);
        await pause(100);
      }
      await project.write({ 'src/part.js': "export const name = 'mended';" });
      assert.match(textOf(await following), /mended/);
    });
  });

  it('does not build again for a config that was written in the millisecond in which the build begins', async (test) => {
    const project = await createProject({ files });
    const moment = Date.now();
    await utimes(`${project.root}/federation.config.js`, moment / 1000, (moment + 0.5) / 1000);
    test.mock.method(Date, 'now', () => moment);
    await start(project, {}, async (next) => {
      await next();
      const following = next();
      await pause(50);
      await project.write({ 'src/part.js': "export const name = 'second';" });
      assert.deepEqual((await following).changes, [`${project.root}/src/part.js`]);
    });
  });

  it('tells of a failure again when a source is saved as it was', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      await next();
      for (let times = 0; times < 2; times++) {
        await project.write({ 'src/part.js': 'export const name = ;' });
        assert.equal(codeOf(await next()), 'source-invalid');
      }
    });
  });

  for (const removed of ['src/cart.js', 'src']) {
    it(`says which exposed module is gone when ${removed} is removed, and goes on when it is back`, async () => {
      const project = await createProject({ files });
      await start(project, {}, async (next) => {
        await next();
        await rm(`${project.root}/${removed}`, { recursive: true });
        let failed = await next();
        // On a busy machine a folder is seen while it is half gone.
        while (codeOf(failed) === 'import-unresolved') failed = await next();
        assert.deepEqual((failed.error as BuildError).details, { key: './Cart', file: './src/cart.js' });
        const { 'src/cart.js': cart, 'src/part.js': part } = files;
        await project.write({ 'src/cart.js': cart, 'src/part.js': part });
        let built = await next();
        while (built.error) built = await next();
        assert.match(textOf(built), /first/);
      });
    });
  }

  it('builds again when a file changes that a source names by new URL(…, import.meta.url), or what that imports', async () => {
    const project = await createProject({
      files: {
        ...files,
        'src/part.js':
          "new Worker(new URL('./work.js', import.meta.url)); export const icon = new URL('./icon.txt', import.meta.url);",
        'src/work.js': "import './inner/deep.js';",
        'src/inner/deep.js': "self.name = 'first';",
        'src/icon.txt': 'first',
      },
    });
    const textsOf = ({ result }: WatchedBuild): string =>
      (result?.files ?? []).map(({ contents }) => Buffer.from(contents).toString()).join('\n');
    await start(project, {}, async (next) => {
      await next();
      await project.write({ 'src/inner/deep.js': "self.name = 'second worker';" });
      assert.match(textsOf(await next()), /second worker/);
      await project.write({ 'src/icon.txt': 'second icon' });
      assert.match(textsOf(await next()), /second icon/);
    });
  });

  it('builds again when a file changes that only a plugin reads', async () => {
    const project = await createProject({ files: { ...files, 'words/greeting.txt': 'hello' } });
    const file = `${project.root}/words/greeting.txt`;
    const plugin: Plugin = {
      name: 'words',
      setup(build) {
        build.onResolve({ filter: /^words$/ }, ({ path }) => ({ path, namespace: 'words' }));
        build.onLoad({ filter: /.*/, namespace: 'words' }, async () => ({
          contents: `export const words = '${await readFile(file, 'utf8')}';`,
          watchFiles: [file],
        }));
      },
    };
    await project.write({ 'src/part.js': "export * from 'words';" });
    const config = { name: 'cart', exposes: { './Cart': './src/cart.js' }, esbuild: { plugins: [plugin] } };
    await start(project, { config }, async (next) => {
      assert.match(textOf(await next()), /hello/);
      await project.write({ 'words/greeting.txt': 'good day' });
      assert.match(textOf(await next()), /good day/);
    });
  });

  it('obeys a changed config', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      assert.deepEqual(
        (await next()).result?.entry.exposes.map(({ key }) => key),
        ['./Cart'],
      );
      await project.write({
        'federation.config.js': "export default { name: 'cart', exposes: { './Part': './src/part.js' } };",
      });
      assert.deepEqual(
        (await next()).result?.entry.exposes.map(({ key }) => key),
        ['./Part'],
      );
    });
  });

  it('outlives a config with an error', async () => {
    const project = await createProject({ files });
    await start(project, {}, async (next) => {
      await next();
      await project.write({ 'federation.config.js': 'export default {' });
      assert.equal(codeOf(await next()), 'config-syntax');
      await project.write({ 'federation.config.js': files['federation.config.js'] });
      assert.equal((await next()).result?.name, 'cart');
    });
  });

  it('shares a package as soon as a source imports it, and no longer than that', async () => {
    const sharedBy = async (next: () => Promise<WatchedBuild>): Promise<string[]> => {
      const { result } = await next();
      const first = await build({ root: project.root, outDir: `${project.root}/first`, cache: false });
      assert.deepEqual(result?.entry, first.entry);
      return first.entry.shared.map((one) => one.packageName);
    };
    const project = await createProject({
      files: {
        ...files,
        'package.json': { name: 'cart', type: 'module', dependencies: { one: '1.0.0', two: '1.0.0' } },
        'node_modules/one/package.json': { name: 'one', version: '1.0.0', type: 'module', main: 'index.js' },
        'node_modules/one/index.js': "export { deep } from 'deep'; export const one = 1;",
        'node_modules/two/package.json': { name: 'two', version: '1.0.0', type: 'module', main: 'index.js' },
        'node_modules/two/index.js': "export { deep } from 'deep'; export const two = 2;",
        'node_modules/deep/package.json': { name: 'deep', version: '1.0.0', type: 'module', main: 'index.js' },
        'node_modules/deep/index.js': 'export const deep = {};',
      },
    });
    await start(project, {}, async (next) => {
      assert.deepEqual(await sharedBy(next), []);
      await project.write({ 'src/part.js': "export * from 'one';" });
      assert.deepEqual(await sharedBy(next), ['one']);
      await project.write({ 'src/part.js': "export { one } from 'one'; export { two, deep } from 'two';" });
      assert.deepEqual(await sharedBy(next), ['deep', 'one', 'two']);
      await project.write({ 'src/part.js': "export * from 'one'; export const more = 1;" });
      assert.deepEqual(await sharedBy(next), ['one']);
    });
  });

  it('reads the ranges of a catalog again when they change', async () => {
    const project = await createProject({
      files: {
        ...files,
        'src/part.js': "export { name } from 'one';",
        'package.json': { name: 'cart', type: 'module', dependencies: { one: 'catalog:' } },
        'pnpm-workspace.yaml': 'catalog:\n  one: ^1.0.0\n',
        'node_modules/one/package.json': { name: 'one', version: '1.2.0', type: 'module', main: 'index.js' },
        'node_modules/one/index.js': 'export const name = 1;',
      },
    });
    await start(project, {}, async (next) => {
      assert.equal((await next()).result?.entry.shared[0]?.requiredVersion, '^1.0.0');
      // Written into, not replaced: only who watches the file itself is told.
      await writeFile(`${project.root}/pnpm-workspace.yaml`, 'catalog:\n  one: ^1.2.0\n');
      assert.equal((await next()).result?.entry.shared[0]?.requiredVersion, '^1.2.0');
    });
  });

  it('reads packages again when they were installed again', async () => {
    const project = await createProject({
      files: {
        ...files,
        'src/part.js': "export { name } from 'one';",
        'package.json': { name: 'cart', type: 'module', dependencies: { one: '^1.0.0' } },
        'node_modules/.package-lock.json': {},
        'node_modules/one/package.json': { name: 'one', version: '1.0.0', type: 'module', main: 'index.js' },
        'node_modules/one/index.js': "export const name = 'old';",
      },
    });
    await start(project, {}, async (next) => {
      assert.equal((await next()).result?.entry.shared[0]?.version, '1.0.0');
      await project.write({
        'node_modules/one/package.json': { name: 'one', version: '1.1.0', type: 'module', main: 'index.js' },
        'node_modules/one/index.js': "export const name = 'new';",
        'node_modules/.package-lock.json': { changed: true },
      });
      const built = await next();
      assert.equal(built.result?.entry.shared[0]?.version, '1.1.0');
      assert.match(textOf(built), /new/);
    });
  });

  it('leaves the disk alone if it is told to, and names the endpoint of its events', async () => {
    const project = await createProject({ files });
    await start(project, { write: false, buildNotificationsEndpoint: '/events' }, async (next) => {
      assert.equal((await next()).result?.entry.buildNotificationsEndpoint, '/events');
      await assert.rejects(entryOf(project));
    });
  });

  it('ends by its signal, also while it waits', async () => {
    const project = await createProject({ files });
    const ending = new AbortController();
    const builds: WatchedBuild[] = [];
    for await (const built of watch({ root: project.root, signal: ending.signal })) {
      builds.push(built);
      setTimeout(() => ending.abort());
    }
    assert.equal(builds.length, 1);
  });
});
