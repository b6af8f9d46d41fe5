import { basename, dirname, join, relative } from 'node:path';
import type { ImportKind, OnResolveArgs, OnResolveResult, Plugin, PluginBuild, ResolveResult } from 'esbuild';
import { packageNameOf } from '../core/package-name.js';
import type { Demands } from './bundle-cache.js';
import { createCommonJsEntry, createRequireShim } from './common-js-entry.js';
import { findSpecifier } from './entry-points.js';
import type { InstalledPackage, InstalledPackages } from './installed-packages.js';
import { isInstalled } from './is-installed.js';
import { ownQuestion } from './own-question.js';
import { type CommonJsModule, type CommonJsReader, deadBranchOptions, readCommonJs } from './read-common-js.js';
import type { SharedPackage, SharedPackages } from './shared-packages.js';

/** What one bundle is, to those who decide what it contains. */
export interface SharingOptions {
  readonly shared: SharedPackages;
  readonly installed: InstalledPackages;
  /** The package that is bundled; `undefined` for the project itself. */
  readonly own: InstalledPackage | undefined;
  readonly mode: string;
  /** Is told what is shared: specifier → the file that it leads to. */
  readonly demands: Demands;
  /** Entry points that are CommonJS modules, of which somebody asks for names that cannot be seen without running them. */
  readonly opaque: ReadonlySet<string>;
}

/** Tells what the bundle is that is being made. */
export type ReadSharing = () => SharingOptions;

/**
 * Before the path of an entry point that is a CommonJS module.
 *
 * Others keep their plain path: for what a plugin resolves, esbuild reads no tsconfig.json.
 */
export const entryPrefix = 'federation-entry:';
/** Namespace of the ES modules around CommonJS entry points. */
export const wrapped = 'federation-commonjs';
/** Namespace of the CommonJS modules around imports of shared packages. */
export const shimmed = 'federation-require';

interface WrappedEntry {
  readonly file: string;
  readonly module: CommonJsModule;
}

const moduleKinds = new Set<ImportKind>(['import-statement', 'dynamic-import', 'require-call']);

/**
 * Leaves the imports of shared packages to the page, and turns CommonJS entry points into ES modules.
 *
 * Which packages are shared, and with which entry points, is seen here and only here: in what esbuild really resolves.
 *
 * @param read - Asked in each build anew, for esbuild sets a plugin up once and then builds as often as one likes.
 */
export function createSharingPlugin(read: ReadSharing): Plugin {
  return {
    name: 'federation-sharing',
    setup(build) {
      const reader = createReader(build, read().mode);
      leaveSharedPackages(build, read, reader);
      wrapEntryPoints(build, read, reader);
    },
  };
}

function leaveSharedPackages(build: PluginBuild, read: ReadSharing, reader: CommonJsReader): void {
  const { filter } = read().shared;
  if (!filter) return;
  const answers = new Map<string, Promise<OnResolveResult | undefined>>();
  let current = read();
  /** What leads into a package, which stays from build to build. */
  const installed = new Map<string, Promise<ResolveResult>>();
  const modules = new Map<string, Promise<CommonJsModule | undefined>>();

  const resolve = async (question: OnResolveArgs): Promise<ResolveResult> => {
    const { path, kind, importer, namespace, resolveDir } = question;
    const key = keyOf(question);
    const resolving =
      installed.get(key) ??
      build.resolve(path, { kind, importer, namespace, resolveDir, with: question.with, pluginData: ownQuestion });
    const resolved = await resolving;
    if (resolved.errors.length === 0 && isInstalled(resolved.path)) installed.set(key, resolving);
    return resolved;
  };

  const readModule = (file: string): Promise<CommonJsModule | undefined> => {
    const reading = modules.get(file) ?? readCommonJs(file, reader);
    if (isInstalled(file)) modules.set(file, reading);
    return reading;
  };

  const decide = async (question: OnResolveArgs): Promise<OnResolveResult | undefined> => {
    const { path, kind } = question;
    const sharing = read();
    const { shared, demands, opaque } = sharing;
    const resolved = await resolve(question);
    if (resolved.errors.length > 0) return leaveAbsent(question, sharing);
    const one = shared.isSkipped(path) ? undefined : packageOf(resolved, sharing);
    const wanted = one && (await ownNameOf(question, resolved.path, one, build));
    const isRequired = kind === 'require-call';
    const specifier = wanted && shared.share(wanted, resolved.path, one.installed, isRequired);
    if (!specifier) return undefined;
    if (!isRequired || !demands.has(wanted)) demands.set(wanted, { file: resolved.path, isRequired });
    const module = await readModule(resolved.path);
    return isWhole(kind, resolved.path, module, opaque)
      ? { path: specifier, namespace: shimmed, pluginData: module?.isValue ?? false }
      : { path: specifier, external: true };
  };

  build.onResolve({ filter }, (question) => {
    if (question.pluginData === ownQuestion || !moduleKinds.has(question.kind) || question.namespace === shimmed)
      return;
    // Each build is told of by another object.
    if (read() !== current) answers.clear();
    current = read();
    const key = keyOf(question);
    const known = answers.get(key) ?? decide(question);
    answers.set(key, known);
    return known;
  });
  build.onResolve({ filter: /.*/, namespace: shimmed }, ({ path }) => ({ path, external: true }));
  build.onLoad({ filter: /.*/, namespace: shimmed }, ({ path, pluginData }) => ({
    contents: createRequireShim(path, pluginData),
    loader: 'js',
  }));
}

/**
 * Whether a module is imported as the one value that it is to CommonJS, not by the names of its exports.
 *
 * So is what cannot be seen of an entry point: the page may choose the copy of a remote that asked for other names.
 */
function isWhole(
  kind: ImportKind,
  file: string,
  module: CommonJsModule | undefined,
  opaque: ReadonlySet<string>,
): boolean {
  if (kind === 'require-call') return true;
  // A lazy import gives what is seen, and the whole as its default export.
  return kind === 'import-statement' && module !== undefined && (module.names.size === 0 || opaque.has(file));
}

function keyOf({ kind, resolveDir, path }: OnResolveArgs): string {
  return `${kind}\0${resolveDir}\0${path}`;
}

function wrapEntryPoints(build: PluginBuild, read: ReadSharing, reader: CommonJsReader): void {
  const root = build.initialOptions.absWorkingDir ?? '/';
  build.onResolve({ filter: new RegExp(`^${entryPrefix}`) }, async ({ path }) => {
    const file = path.slice(entryPrefix.length);
    const module = await readCommonJs(file, reader);
    return module
      ? { path: wrappedPath(read().own, root, file), namespace: wrapped, pluginData: { file, module } }
      : { path: file };
  });
  build.onLoad({ filter: /.*/, namespace: wrapped }, ({ pluginData }) => {
    const { file, module } = pluginData as WrappedEntry;
    return {
      contents: createCommonJsEntry(`./${basename(file)}`, module),
      resolveDir: dirname(file),
      loader: 'js',
    };
  });
}

/** Names the module around a CommonJS entry point; it may end up in the output, so it is the same on every machine. */
export function wrappedPath(own: InstalledPackage | undefined, root: string, file: string): string {
  return own ? join(own.name, relative(own.root, file)) : relative(root, file);
}

/** The shared package, another one than the bundle's own, that a file belongs to. */
function packageOf(
  { path, namespace, external }: ResolveResult,
  { shared, installed, own }: SharingOptions,
): SharedPackage | undefined {
  const owner = external || namespace !== 'file' ? undefined : installed.ownerOf(path);
  return owner && owner.root !== own?.root ? shared.of(owner) : undefined;
}

/** Leaves to the page what is neither installed nor shipped. */
function leaveAbsent(
  { path, kind, resolveDir }: OnResolveArgs,
  { shared, installed }: SharingOptions,
): OnResolveResult | undefined {
  const name = packageNameOf(path);
  if (!shared.consumed.has(name) || shared.isSkipped(path) || installed.find(name, resolveDir)) return undefined;
  return kind === 'require-call' ? { path, namespace: shimmed, pluginData: true } : { path, external: true };
}

/** What a shared package calls itself what is imported; `undefined` if it is none of its entry points. */
async function ownNameOf(
  { path, resolveDir }: OnResolveArgs,
  file: string,
  { installed }: SharedPackage,
  build: PluginBuild,
): Promise<string | undefined> {
  if (packageNameOf(path) === installed.name) return path;
  return await findSpecifier(installed, file, async (specifier) => {
    for (const folder of [resolveDir, installed.root]) {
      const question = { kind: 'import-statement', resolveDir: folder, pluginData: ownQuestion } as const;
      const { errors, namespace, path: found } = await build.resolve(specifier, question);
      if (errors.length === 0 && namespace === 'file' && found === file) return found;
    }
    return undefined;
  });
}

function createReader(build: PluginBuild, mode: string): CommonJsReader {
  return {
    async resolve(specifier, importer) {
      const resolveDir = dirname(importer);
      const resolved = await build.resolve(specifier, {
        kind: 'require-call',
        importer,
        resolveDir,
        pluginData: ownQuestion,
      });
      return resolved.namespace === 'file' && resolved.errors.length === 0 ? resolved.path : undefined;
    },
    dropDeadBranches: async (source) => (await build.esbuild.transform(source, deadBranchOptions(mode))).code,
  };
}
