import type * as Esbuild from 'esbuild';
import type { BundlerCall } from './bundler-options.js';
import { esbuild } from './esbuild.js';

type Result = Esbuild.BuildResult<BundlerCall>;
/** Lets esbuild build. */
export type CallBundler = (options: BundlerCall) => Promise<Result>;

/**
 * Bundles with short names in the scripts, and with the class names of CSS modules as they are.
 *
 * esbuild shortens the names of scripts and of stylesheets together or not at all, so the scripts are shortened apart.
 *
 * @param call - How esbuild is called; default: for one build.
 */
export async function buildWithClassNames(options: BundlerCall, call: CallBundler = esbuild.build): Promise<Result> {
  const result = await call({ ...options, minify: false, minifySyntax: true, minifyWhitespace: true });
  const maps = new Map(result.outputFiles.map((file) => [file.path, file]));
  const shorten: Esbuild.TransformOptions = {
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    ...(options.target !== undefined && { target: options.target }),
  };
  const shortened = await Promise.all(
    result.outputFiles
      .filter(({ path }) => path.endsWith('.js'))
      .map((file) => shortenNames(file, maps.get(`${file.path}.map`), shorten)),
  );
  const replaced = new Map(shortened.flat().map((file) => [file.path, file]));
  return { ...result, outputFiles: result.outputFiles.map((file) => replaced.get(file.path) ?? file) };
}

const link = /\/\/# sourceMappingURL=.*\n?$/;

async function shortenNames(
  file: Esbuild.OutputFile,
  map: Esbuild.OutputFile | undefined,
  options: Esbuild.TransformOptions,
): Promise<Esbuild.OutputFile[]> {
  if (!map) return [replaceText(file, (await esbuild.transform(file.text, options)).code)];
  const [comment = ''] = link.exec(file.text) ?? [];
  const inlined = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map.contents).toString('base64')}`;
  const source = file.text.replace(link, inlined);
  const result = await esbuild.transform(source, { ...options, sourcemap: 'external' });
  return [replaceText(file, result.code + comment), replaceText(map, result.map)];
}

function replaceText(file: Esbuild.OutputFile, text: string): Esbuild.OutputFile {
  return { path: file.path, hash: file.hash, text, contents: Buffer.from(text) };
}
