import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWithLazyFiles } from '../../../scripts/lazy-files.mjs';

/** What is bundled, by the folder in which it is served. */
const entries = new Map([
  ['/__runtime/', 'src/index.ts'],
  ['/__tags/', 'components/bundle.ts'],
]);

const texts = new Map();

/**
 * The runtime without tags in `/__runtime/`, and with them in `/__tags/`, as pages get it: bundled, as a classic
 * script (global `federation`) and as a module, with what it loads lazily beside it.
 *
 * A page of the test runner has loaded modules before any test runs, so what a first import map does shows only in a
 * frame whose first script is this one. Byte for byte: they know the hash of what they insert.
 */
export async function bundleMiddleware(context, next) {
  const entry = entries.get(context.path.replace(/[^/]*$/, ''));
  if (!entry) return next();
  if (!texts.has(entry)) texts.set(entry, bundle(entry));
  const body = (await texts.get(entry)).get(basename(context.path));
  if (body === undefined) return next();
  // Past the plugins of the server, which would transform it.
  context.respond = false;
  context.res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  context.res.end(body);
}

/** The text of each file, by its name. */
async function bundle(entry) {
  const bundles = [
    { entryPoints: [entry], outfile: 'out/federation.js', format: 'iife', globalName: 'federation' },
    { entryPoints: [entry], outfile: 'out/federation.mjs', format: 'esm' },
  ];
  const files = await bundleWithLazyFiles(bundles, {
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
    target: 'es2022',
  });
  return new Map(files.map(({ path, text }) => [basename(path), text]));
}
