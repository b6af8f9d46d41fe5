import type * as esbuild from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import type { BundleRequest } from './bundle.js';
import { entryPrefix } from './sharing-plugin.js';

/** What all builds with esbuild have in common: the result stays in memory, and says what it is made of. */
export type BundlerCall = esbuild.BuildOptions & { metafile: true; write: false };

/** Endings of files that are handed out as they are. */
export const assetEndings: readonly string[] =
  'apng avif bmp cur gif ico jpeg jpg jxl png svg webp eot otf ttf woff woff2 mp3 mp4 ogg wav webm wasm pdf'.split(' ');

/** Where a script that is no module finds its own address; whoever starts it by another address leaves it there. */
export const scriptUrl = 'federationScriptUrl';

/** How esbuild is called for one bundle. */
export function createBundlerOptions(
  request: BundleRequest,
  settings: BuildSettings,
  plugins: readonly esbuild.Plugin[],
): BundlerCall {
  const { root, mode, minify, sourcemap } = settings;
  const { define, loader, conditions, plugins: theirs, ...passedOn } = settings.esbuild;
  return {
    target: 'es2022',
    // A tsconfig.json that says something else wins.
    jsx: 'automatic',
    ...(isPreact(settings) && { jsxImportSource: 'preact' }),
    ...passedOn,
    absWorkingDir: root,
    entryPoints: [...request.entryPoints].map(([out, file]) => ({
      in: request.commonJs?.has(file) ? entryPrefix + file : file,
      out,
    })),
    outdir: root,
    bundle: true,
    format: request.standalone ?? 'esm',
    platform: 'browser',
    splitting: request.standalone === undefined,
    write: false,
    metafile: true,
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    charset: 'utf8',
    legalComments: 'external',
    logLevel: 'silent',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    conditions: [...(conditions ?? []), mode, 'module'],
    ...(request.standalone === 'iife' && { banner: { js: `var ${scriptUrl} = self.${scriptUrl} || location.href;` } }),
    define: {
      ...(request.standalone === 'iife' && { 'import.meta.url': scriptUrl }),
      'process.env': '{}',
      'process.env.NODE_ENV': JSON.stringify(mode),
      global: 'globalThis',
      ...define,
    },
    loader: { ...Object.fromEntries(assetEndings.map((ending) => [`.${ending}`, 'file'])), ...loader },
    plugins: [...plugins, ...(theirs ?? [])],
  };
}

function isPreact({ manifest }: BuildSettings): boolean {
  const all = { ...manifest.devDependencies, ...manifest.peerDependencies, ...manifest.dependencies };
  return 'preact' in all && !('react' in all);
}
