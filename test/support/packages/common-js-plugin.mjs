import { build } from 'esbuild';

/**
 * Serves packages that are CommonJS as the ES modules that a bundler would make of them.
 *
 * The files are bundled together, so that what they share is there once.
 *
 * @param {readonly string[]} files - As in `semver/classes/range.js`.
 */
export function commonJsPlugin(files) {
  /** @type {Promise<ReadonlyMap<string, string>> | undefined} */
  let served;
  return {
    name: 'common-js',
    async serve(context) {
      if (!context.path.startsWith('/node_modules/')) return undefined;
      served ??= bundle(files);
      const body = (await served).get(context.path);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** Path on the server → text. */
async function bundle(files) {
  const { outputFiles } = await build({
    entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.js$/, '') })),
    outdir: '/node_modules',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
