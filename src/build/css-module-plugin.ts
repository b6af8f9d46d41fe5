import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import type { BuildFailure, ImportKind, Loader, Metafile, Plugin } from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import type { BundleRequest } from './bundle.js';
import { escapePattern } from './escape-pattern.js';
import { labelSource } from './neutral-paths.js';
import { resolveFile } from './resolve-file.js';

/** Namespace of stylesheets whose class names are their own. */
export const cssModules = 'federation-css';

/** Marks the failure of a build that was given up. */
const givenUp = Symbol('given up');

const kinds = new Set<ImportKind>([
  'import-statement',
  'dynamic-import',
  'require-call',
  'import-rule',
  'composes-from',
]);

/**
 * Gives the class names of CSS modules to the remote, or to the shared package, that has them.
 *
 * A page holds the stylesheets of many remotes, and esbuild numbers the names of each from the start. It names them after
 * the file, though, while it does not minify: here the file gets a name that nobody else's has, and that is the same on
 * every machine. A package's names do not depend on the remote, because its scripts and its styles may come from two.
 *
 * A build that minifies is given up at the first CSS module: {@link isGivenUp}.
 */
export function createCssModulePlugin({ own }: BundleRequest, settings: BuildSettings): Plugin {
  const { root, name } = settings;
  const owner = own ? `${own.name}@${own.version}` : name;
  const filter = createFilter(settings);
  return {
    name: 'federation-css-modules',
    setup(build) {
      if (!filter) return;
      const givesUp = build.initialOptions.minify === true;
      build.onResolve({ filter }, async (question) => {
        const resolved = kinds.has(question.kind) ? await resolveFile(build, question) : undefined;
        if (!resolved) return undefined;
        const file = relative(root, resolved.path);
        return {
          path: `${file}/${nameOf(owner, labelSource(file, root))}.css`,
          namespace: cssModules,
          pluginData: resolved.path,
          sideEffects: resolved.sideEffects,
        };
      });
      build.onLoad({ filter: /.*/, namespace: cssModules }, async ({ pluginData: file }) =>
        givesUp
          ? { errors: [{ text: 'Its class names must not be shortened.', detail: givenUp }] }
          : { contents: await readFile(file), loader: 'local-css', resolveDir: dirname(file), watchFiles: [file] },
      );
    },
  };
}

/** The stylesheet behind a path in the namespace, relative to the root as that path is. */
export function cssModuleFile(path: string): string {
  return dirname(path);
}

/** Whether a build failed because it would have shortened the class names of a CSS module. */
export function isGivenUp(error: unknown): boolean {
  const { errors = [] } = (error ?? {}) as Partial<BuildFailure>;
  return errors.some(({ detail }) => detail === givenUp);
}

/** Whether a bundle holds CSS modules. */
export function hasCssModules({ inputs }: Metafile): boolean {
  return Object.keys(inputs).some((path) => path.startsWith(`${cssModules}:`));
}

/** As in `Cart_3f09a1bc`. */
function nameOf(owner: string, label: string): string {
  const hash = createHash('sha256').update(`${owner}\0${label}`).digest('hex').slice(0, 8);
  const stem = basename(label)
    .replace(/(?:\.module)?\.\w+$/, '')
    .replace(/\W+/g, '_');
  return `${stem}_${hash}`;
}

/** Matches the files that esbuild, as the config has it, would take for CSS modules. */
function createFilter({ esbuild: { loader } }: BuildSettings): RegExp | undefined {
  const loaders: Record<string, Loader> = { '.module.css': 'local-css', ...loader };
  const endings = Object.keys(loaders).filter((ending) => loaders[ending] === 'local-css');
  if (endings.length === 0) return undefined;
  return new RegExp(`(?:${endings.map(escapePattern).join('|')})$`);
}
