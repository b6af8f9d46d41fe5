// The least that there can be: esbuild alone, rebuilding the exposed module and nothing else as soon as the file changes.
import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import * as esbuild from 'esbuild';

const [exposed] = process.argv.slice(2);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const context = await esbuild.context({
  entryPoints: [exposed],
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  metafile: true,
  outdir: 'dist-plain',
  entryNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
});
await context.rebuild();
let due = false;
let isBuilding = false;
watch(dirname(exposed), async (_event, name) => {
  due ||= name === basename(exposed);
  if (isBuilding) return;
  isBuilding = true;
  for (; due; await context.rebuild()) due = false;
  isBuilding = false;
});
