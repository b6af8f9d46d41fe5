// What a person would write with esbuild alone: the exposed module, the packages that it imports, an entry; no cache,
// no checks. It is what the other two are measured against.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import * as esbuild from 'esbuild';

const [exposed] = process.argv.slice(2);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const requireHere = createRequire(`${process.cwd()}/package.json`);
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const names = Object.keys(dependencies).join('|');
const specifiers = new Set();

const external = {
  name: 'external',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${names})(/|$)`) }, async ({ path, kind, importer, namespace }) => {
      if (namespace === 'named' || kind === 'entry-point' || importer.includes(`/node_modules/${packageOf(path)}/`))
        return;
      specifiers.add(path);
      return kind === 'require-call' ? { path, namespace: 'require' } : { path, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: 'require' }, ({ path }) => ({
      contents: `import * as module_ from '${path}'; module.exports = module_.default ?? module_;`,
    }));
    build.onResolve({ filter: /.*/, namespace: 'require' }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^named:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'named' }));
    build.onLoad({ filter: /.*/, namespace: 'named' }, ({ path }) => {
      const exports = Object.keys(requireHere(path)).filter((name) => name !== 'default' && !name.startsWith('__'));
      const contents = `const all = require('${path}'); export default all; export const { ${exports.join(', ')} } = all;`;
      return { contents, resolveDir: process.cwd() };
    });
  },
};

const options = {
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  metafile: true,
  outdir: 'dist',
  entryNames: '[dir]/[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'external',
  plugins: [external],
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const outputs = {};
Object.assign(outputs, (await esbuild.build({ ...options, entryPoints: [exposed] })).metafile.outputs);
let shared = {};
for (let size = -1; size !== specifiers.size; ) {
  size = specifiers.size;
  const entryPoints = [...specifiers].map((specifier) => {
    const isModule =
      JSON.parse(readFileSync(`node_modules/${packageOf(specifier)}/package.json`, 'utf8')).type === 'module';
    return { in: isModule ? specifier : `named:${specifier}`, out: specifier.replace(/\W+/g, '_') };
  });
  shared = (await esbuild.build({ ...options, entryPoints })).metafile.outputs;
}
Object.assign(outputs, shared);

const fileOf = (start) =>
  Object.keys(outputs)
    .map((path) => basename(path))
    .find((name) => name.startsWith(start) && name.endsWith('.js'));
const integrity = Object.keys(outputs)
  .filter((path) => path.endsWith('.js'))
  .map((path) => [basename(path), `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`]);
const entry = {
  name: 'bench',
  shared: [...specifiers].map((specifier) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${packageOf(specifier)}/package.json`, 'utf8'));
    const requiredVersion = dependencies[packageOf(specifier)];
    const outFileName = fileOf(`${specifier.replace(/\W+/g, '_')}-`);
    return { packageName: specifier, version, requiredVersion, singleton: true, strictVersion: true, outFileName };
  }),
  exposes: [{ key: './Widget', outFileName: fileOf('widget-') }],
  integrity: Object.fromEntries(integrity),
};
writeFileSync('dist/remoteEntry.json', JSON.stringify(entry, null, 2));
