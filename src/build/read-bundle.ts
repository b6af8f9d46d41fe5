import { basename, relative, resolve } from 'node:path';
import type * as esbuild from 'esbuild';
import { assets } from './asset-plugin.js';
import type { BuildSettings } from './build-settings.js';
import type { Bundle, BundledFile, BundleEdge, BundleRequest } from './bundle.js';
import type { BundlerCall } from './bundler-options.js';
import { cssModuleFile, cssModules } from './css-module-plugin.js';
import { neutralizeSourceMap, neutralizeText } from './neutral-paths.js';
import { shimmed, wrapped, wrappedPath } from './sharing-plugin.js';
import { plainFiles } from './url-plugin.js';

/** What esbuild made, in our words. */
export function readBundle(
  request: BundleRequest,
  { root, minify }: Pick<BuildSettings, 'root' | 'minify'>,
  result: esbuild.BuildResult<BundlerCall>,
): Bundle {
  const { inputs, outputs } = result.metafile;
  const paths = new Set(Object.keys(inputs));
  const licenses: string[] = [];
  const files: BundledFile[] = [];
  const entries = new Map<string, string>();
  for (const output of result.outputFiles) {
    const name = basename(output.path);
    if (name.endsWith('.LEGAL.txt')) licenses.push(output.text);
    else if (name.endsWith('.map'))
      files.push(readFile(name, withText(neutralizeSourceMap(output.text, root)), undefined));
    else if (minify || !/\.(?:js|css)$/.test(name)) files.push(readFile(name, output, outputs[name]));
    else files.push(readFile(name, withText(neutralizeText(output.text, paths, root)), outputs[name]));
  }
  const entryNames = namesByEntryPoint(request, root);
  for (const [name, { entryPoint }] of Object.entries(outputs)) {
    const isEntry = entryPoint !== undefined && (name.endsWith('.js') || entryPoint.endsWith('.css'));
    const entry = isEntry && entryNames.get(entryPoint);
    if (entry) entries.set(entry, name);
  }
  return {
    request,
    files: withoutLazyStyles(files, new Set(entries.values())),
    entries,
    sources: readSources(root, outputs),
    inputs: [...paths].flatMap((path) => sourceFile(root, path) ?? []),
    edges: readEdges(root, result.metafile),
    warnings: result.warnings,
    licenses,
  };
}

/** Leaves out the stylesheets of lazy parts: those of the entry points contain them, and nothing would load them. */
function withoutLazyStyles(files: readonly BundledFile[], entries: ReadonlySet<string>): BundledFile[] {
  const lazy = new Set(files.flatMap(({ name, stylesheet }) => (entries.has(name) ? [] : (stylesheet ?? []))));
  for (const { name, stylesheet, references } of files) {
    if (stylesheet !== undefined && entries.has(name)) lazy.delete(stylesheet);
    for (const reference of references) lazy.delete(reference);
  }
  return files.filter(({ name }) => !lazy.has(name.replace(/\.map$/, '')));
}

/** What esbuild calls the entry points, be they wrapped, or assets, or as they are. */
function namesByEntryPoint({ own, entryPoints }: BundleRequest, root: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, file] of entryPoints) {
    names.set(relative(root, file), name);
    names.set(`${wrapped}:${wrappedPath(own, root, file)}`, name);
    names.set(`${assets}:${file}`, name);
  }
  return names;
}

type Content = Pick<BundledFile, 'contents' | 'text'>;

function withText(text: string): Content {
  return { contents: Buffer.from(text), text };
}

type Output = esbuild.Metafile['outputs'][string];

function readFile(name: string, output: Content, facts: Output | undefined): BundledFile {
  const imports = facts?.imports ?? [];
  const ofKind = (kinds: readonly string[], external: boolean): string[] => [
    ...new Set(
      imports.filter((one) => kinds.includes(one.kind) && (one.external ?? false) === external).map(({ path }) => path),
    ),
  ];
  return {
    name,
    contents: output.contents,
    get text() {
      return output.text;
    },
    imports: ofKind(['import-statement'], false),
    dynamicImports: ofKind(['dynamic-import'], false),
    externals: ofKind(['import-statement'], true),
    dynamicExternals: ofKind(['dynamic-import'], true),
    references: [...new Set(imports.filter(({ external }) => !external).map(({ path }) => path))],
    stylesheet: facts?.cssBundle,
    exports: facts?.exports ?? [],
  };
}

function readSources(root: string, outputs: esbuild.Metafile['outputs']): string[] {
  const sources = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) sources.add(path);
  }
  return [...sources].flatMap((path) => sourceFile(root, path) ?? []);
}

function readEdges(root: string, { inputs }: esbuild.Metafile): BundleEdge[] {
  return Object.entries(inputs).flatMap(([path, { imports }]) =>
    imports
      .filter((one) => !isSynthetic(one.path))
      .map((one): BundleEdge => {
        const isShim = one.path.startsWith(`${shimmed}:`);
        const external = isShim ? one.path.slice(shimmed.length + 1) : one.external ? one.path : undefined;
        return {
          importer: sourceFile(root, path),
          specifier: one.original ?? one.path,
          external,
          target: external === undefined ? sourceFile(root, one.path) : undefined,
        };
      }),
  );
}

/** What esbuild adds of its own, as in `<runtime>` and `<define:process.env>`: nobody imports it. */
function isSynthetic(path: string): boolean {
  return path.startsWith('<');
}

/** esbuild names what is no file of the disk by a namespace, as in `federation-require:react`. */
function sourceFile(root: string, path: string): string | undefined {
  if (isSynthetic(path)) return undefined;
  const [, namespace, name = ''] = /^([\w-]+):(.*)$/s.exec(path) ?? [];
  if (namespace === cssModules) return resolve(root, cssModuleFile(name));
  if (namespace === plainFiles) return resolve(root, name);
  return namespace === undefined ? resolve(root, path) : undefined;
}
