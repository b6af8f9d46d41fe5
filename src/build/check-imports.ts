import { relative } from 'node:path';
import type * as Esbuild from 'esbuild';
import { packageNameOf } from '../core/package-name.js';
import { BuildError } from './build-error.js';
import type { Bundle, BundledFile } from './bundle.js';
import type { SharedBundle } from './bundle-project.js';
import { bundlesOf } from './bundles-of.js';
import { esbuild } from './esbuild.js';
import { type NamedImports, readNamedImports } from './read-named-imports.js';

/** An entry point of a shared package, as those see it who import it. */
interface Target {
  readonly bundle: Bundle;
  readonly file: BundledFile;
  /** Absolute source file. */
  readonly source: string;
  readonly names: ReadonlySet<string>;
  readonly isCommonJs: boolean;
}

/** All that is checked together. */
export interface CheckedBundles {
  readonly project: Bundle;
  readonly packages: readonly SharedBundle[];
  /** Packages that the page has from others, by name. */
  readonly consumed: ReadonlyMap<string, unknown>;
  readonly root: string;
}

/**
 * Checks that each bare import of the output leads to a shared package, and each name to one of its exports.
 *
 * A CommonJS module may export more than can be seen without running it: who asks for such a name must import it whole.
 *
 * @param opaque - Source files of such modules; is added to.
 * @returns The bundles that must be made again, because they ask for such names.
 * @throws {@link BuildError} `import-unresolved`, `export-missing`
 */
export async function checkImports(checked: CheckedBundles, opaque: Set<string>): Promise<ReadonlySet<Bundle>> {
  const targets = collectTargets(checked.packages);
  const again = new Set<Bundle>();
  // Who asks such a module by name all the same, asks in vain.
  const isNew = isCommonJsBut(new Set(opaque));
  for (const importing of bundlesOf(checked)) {
    for (const file of importing.files) {
      const specifiers = new Set(file.externals);
      requireTargets(importing, specifiers, targets, checked);
      const wanted = readNamedImports(file.text, specifiers);
      const missing = wanted.flatMap((one) => missingNames(one, targets));
      const [certain, suspected] = [missing.filter(isNew), missing.filter((one) => !isNew(one))];
      for (const { target } of certain) opaque.add(target.source);
      if (certain.length > 0) again.add(importing);
      if (suspected.length > 0) await confirm(importing, file, targets, checked.root);
    }
  }
  return again;
}

interface Missing {
  readonly target: Target;
  readonly name: string;
}

function isCommonJsBut(known: ReadonlySet<string>): (missing: Missing) => boolean {
  return ({ target }) => target.isCommonJs && !known.has(target.source);
}

function missingNames({ specifier, names }: NamedImports, targets: ReadonlyMap<string, Target>): Missing[] {
  const target = targets.get(specifier);
  if (!target) return [];
  return names.filter((name) => !hasExport(target, name, targets)).map((name) => ({ target, name }));
}

function hasExport(
  target: Target,
  name: string,
  targets: ReadonlyMap<string, Target>,
  seen = new Set<Target>(),
): boolean {
  if (target.names.has(name)) return true;
  // export * leaves the default export behind.
  if (seen.has(target) || name === 'default') return false;
  seen.add(target);
  const handedOn = target.bundle.files.flatMap((file) => readNamedImports(file.text, new Set(file.externals)));
  return handedOn.some(({ isStar, specifier }) => {
    const next = isStar ? targets.get(specifier) : undefined;
    return next !== undefined && hasExport(next, name, targets, seen);
  });
}

function collectTargets(packages: readonly SharedBundle[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { shared, bundle } of packages) {
    const byName = new Map(bundle.files.map((file) => [file.name, file]));
    const bySource = new Map([...bundle.request.entryPoints].map(([name, source]) => [source, name]));
    for (const [specifier, source] of shared.entryPoints) {
      const file = byName.get(bundle.entries.get(bySource.get(source) ?? '') ?? '');
      if (!file) continue;
      const names = new Set(file.exports);
      targets.set(specifier, { bundle, file, source, names, isCommonJs: names.has('module.exports') });
    }
  }
  return targets;
}

function requireTargets(
  bundle: Bundle,
  specifiers: ReadonlySet<string>,
  targets: ReadonlyMap<string, Target>,
  { consumed, root }: CheckedBundles,
): void {
  const unresolved = [...specifiers].filter(
    (specifier) => !targets.has(specifier) && !consumed.has(packageNameOf(specifier)) && !/^[a-z]+:/.test(specifier),
  );
  if (unresolved.length === 0) return;
  const imports = unresolved.map((specifier) => ({
    specifier,
    importer: importerOf(bundle, specifier, root),
    line: 0,
    builtin: false,
  }));
  throw new BuildError('import-unresolved', { imports });
}

function importerOf(bundle: Bundle, specifier: string, root: string): string {
  const edge = bundle.edges.find(({ external, importer }) => external === specifier && importer !== undefined);
  return edge?.importer === undefined ? bundle.request.folder : relative(root, edge.importer);
}

/** Asks esbuild, which knows a statement from a text that looks like one. */
async function confirm(
  bundle: Bundle,
  file: BundledFile,
  targets: ReadonlyMap<string, Target>,
  root: string,
): Promise<void> {
  const plugin: Esbuild.Plugin = {
    name: 'federation-exports',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        return targets.has(path) ? { path, namespace: 'shared' } : { path, external: true };
      });
      build.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => {
        const target = targets.get(path) as Target;
        const all = collectNames(target, targets);
        return {
          contents: `let value; export { ${all.map((name) => `value as ${JSON.stringify(name)}`).join(', ')} };`,
        };
      });
    },
  };
  const stdin = { contents: file.text, resolveDir: root };
  const options: Esbuild.BuildOptions = {
    stdin,
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    plugins: [plugin],
  };
  const errors = await esbuild.build(options).then(
    () => [],
    (failure: Esbuild.BuildFailure) => failure.errors,
  );
  for (const { text } of errors) {
    const [, specifier, name] = /^No matching export in "shared:(.+)" for import "(.+)"$/.exec(text) ?? [];
    if (specifier === undefined || name === undefined) continue;
    throw new BuildError('export-missing', { specifier, name, importer: importerOf(bundle, specifier, root) });
  }
}

function collectNames(target: Target, targets: ReadonlyMap<string, Target>, seen = new Set<Target>()): string[] {
  if (seen.has(target)) return [];
  seen.add(target);
  const handedOn = target.bundle.files.flatMap((file) => readNamedImports(file.text, new Set(file.externals)));
  const more = handedOn.flatMap(({ isStar, specifier }) => {
    const next = isStar ? targets.get(specifier) : undefined;
    return next ? collectNames(next, targets, seen).filter((name) => name !== 'default') : [];
  });
  return [...new Set([...target.names, ...more])];
}
