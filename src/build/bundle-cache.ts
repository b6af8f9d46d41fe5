import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { packageNameOf } from '../core/package-name.js';
import type { BuildSettings } from './build-settings.js';
import type { Bundle, BundleEdge, BundleRequest } from './bundle.js';
import { type BundleRecord, recordBundle, restoreBundle } from './bundle-record.js';
import { createBundlerOptions } from './bundler-options.js';
import { CheckedStore, hashText } from './checked-store.js';
import { esbuild } from './esbuild.js';
import { type FileStamp, isAsStamped, stampFile } from './file-stamp.js';
import type { InstalledPackages } from './installed-packages.js';
import { isInstalled } from './is-installed.js';
import type { SharedPackages } from './shared-packages.js';

/** What a bundle asked of the shared packages while it was made: specifier → the file that it leads to. */
export type Demands = Map<string, Demand>;

/** The file that a specifier leads to. */
interface Demand {
  readonly file: string;
  /** Whether it is only required, not imported. */
  readonly isRequired: boolean;
}

/** A bundle as it was made, and what decided about it besides its own files. */
export interface RecalledBundle {
  readonly bundle: Bundle;
  /** Bare specifiers that its sources import. */
  readonly specifiers: readonly string[];
  readonly demands: Demands;
}

/** All that decides about the bytes of a shared package besides its own files. */
export interface BundleSurroundings {
  readonly settings: BuildSettings;
  readonly shared: SharedPackages;
  readonly installed: InstalledPackages;
  /** See {@link SharingOptions.opaque}. */
  readonly opaque: ReadonlySet<string>;
}

/** A bundle that was made earlier, and what must be as it was then. */
interface Kept {
  readonly bundle: BundleRecord;
  /** Bare specifiers that its sources import. */
  readonly specifiers: readonly string[];
  readonly stamps: readonly (readonly [file: string, stamp: FileStamp])[];
  /** Which package a folder got for a name. */
  readonly resolutions: readonly (readonly [folder: string, name: string, root: string | null])[];
  readonly demands: readonly (readonly [specifier: string, file: string, isRequired: boolean])[];
}

/** To be raised when this build makes other bytes of the same sources. */
const generation = 4;

/**
 * Keeps the bundles of shared packages from build to build, in `node_modules/.cache`.
 *
 * A bundle is found by everything that decides about its bytes, and then only used if the files that it was made of,
 * and the packages that these import, are still the same. Packages of the workspace are not kept, because
 * they change; nor is anything if there are plugins, because what they do cannot be known. What builds use is never
 * forgotten: {@link forgetUnusedBundles}.
 */
export class BundleCache {
  readonly #store: CheckedStore;
  readonly #surroundings: BundleSurroundings;

  constructor(folder: string, surroundings: BundleSurroundings) {
    this.#store = new CheckedStore(folder);
    this.#surroundings = surroundings;
  }

  /**
   * A bundle that was made earlier.
   *
   * @returns `undefined` if there is none, or not for how things are now.
   */
  async read(request: BundleRequest): Promise<RecalledBundle | undefined> {
    const { shared, settings } = this.#surroundings;
    const key = this.#keyOf(request);
    const specifiers = key && (await this.#store.read<readonly string[]>(`${key}.json`));
    if (!specifiers) return undefined;
    const kept = await this.#store.read<Kept>(`${key}-${signatureOf(specifiers, shared.snapshot())}.json`);
    if (!kept || !(await this.#isCurrent(kept))) return undefined;
    const { root } = settings;
    return {
      bundle: restoreBundle(kept.bundle, request, root),
      specifiers: kept.specifiers,
      demands: new Map(
        kept.demands.map(([specifier, path, isRequired]) => [specifier, { file: resolve(root, path), isRequired }]),
      ),
    };
  }

  /** Keeps a bundle, if it is one that may be kept. */
  async write(request: BundleRequest, bundle: Bundle, demands: Demands): Promise<void> {
    const key = this.#keyOf(request);
    if (key === undefined || !bundle.inputs.every(isInstalled)) return;
    const {
      settings: { root },
      shared,
    } = this.#surroundings;
    // While this waits, more packages may become shared.
    const decide = shared.snapshot();
    const known = (await this.#store.read<readonly string[]>(`${key}.json`)) ?? [];
    const specifiers = [...new Set([...known, ...specifiersOf(bundle, demands)])].sort();
    const files = new Set([...bundle.inputs, ...bundle.inputs.flatMap((file) => this.#manifestOf(file) ?? [])]);
    const kept: Kept = {
      bundle: recordBundle(bundle, root),
      specifiers,
      stamps: await Promise.all([...files].map(async (file) => [relative(root, file), await stampFile(file)] as const)),
      resolutions: this.#resolutionsOf(bundle),
      demands: [...demands].map(([specifier, { file, isRequired }]) => [specifier, relative(root, file), isRequired]),
    };
    await this.#store.write(`${key}-${signatureOf(specifiers, decide)}.json`, kept);
    await this.#store.write(`${key}.json`, specifiers);
  }

  #keyOf(request: BundleRequest): string | undefined {
    const { settings, opaque } = this.#surroundings;
    const { own, entryPoints, folder } = request;
    if (!own || !isInstalled(own.root) || (settings.esbuild.plugins ?? []).length > 0) return undefined;
    const { entryPoints: _, absWorkingDir, outdir, plugins, ...options } = createBundlerOptions(request, settings, []);
    const place = (file: string): string => relative(settings.root, file);
    const points = [...entryPoints].map(([name, file]) => [name, place(file)]);
    const whole = [...opaque].map(place).sort();
    return hashText(JSON.stringify([generation, esbuild.version, options, folder, place(own.root), points, whole]));
  }

  async #isCurrent({ specifiers, stamps, resolutions }: Kept): Promise<boolean> {
    const { settings, installed } = this.#surroundings;
    const place = (path: string): string => resolve(settings.root, path);
    if (specifiers.length === 0 && stamps.length === 0) return false;
    const same = resolutions.every(([folder, name, root]) => {
      const found = installed.find(name, place(folder))?.root;
      return found === (root === null ? undefined : place(root));
    });
    return same && (await Promise.all(stamps.map(([path, stamp]) => isAsStamped(place(path), stamp)))).every(Boolean);
  }

  #resolutionsOf({ edges }: Bundle): Kept['resolutions'] {
    const { settings, installed } = this.#surroundings;
    const found = new Map<string, readonly [string, string, string | null]>();
    for (const { importer, specifier } of edges) {
      if (importer === undefined || !/^[@\w]/.test(specifier)) continue;
      const folder = relative(settings.root, dirname(importer));
      const name = packageNameOf(specifier);
      const root = installed.find(name, dirname(importer))?.root;
      found.set(`${folder}\0${name}`, [folder, name, root === undefined ? null : relative(settings.root, root)]);
    }
    return [...found.values()];
  }

  #manifestOf(file: string): string | undefined {
    const owner = this.#surroundings.installed.ownerOf(file);
    return owner && join(owner.root, 'package.json');
  }
}

/** Forgets the bundles that no build has used for long; to be called after a build. */
export async function forgetUnusedBundles({ root, cache }: Pick<BuildSettings, 'root' | 'cache'>): Promise<void> {
  const folder = cache ? findCacheFolder(root) : undefined;
  if (folder !== undefined) await new CheckedStore(folder).forget();
}

/** Where a project's cache is: in the nearest `node_modules`; `undefined` if there is none. */
export function findCacheFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'federation-elements');
    if (folder === dirname(folder)) return undefined;
  }
}

/** Bare specifiers whose being shared or not decides about a bundle. */
export function specifiersOf({ edges }: Bundle, demands: Demands): string[] {
  const telling = edges.filter((edge) => /^[@\w]/.test(edge.specifier) || leavesPackage(edge));
  return [...new Set([...telling.map(({ specifier }) => specifier), ...demands.keys()])];
}

function leavesPackage({ importer, target }: BundleEdge): boolean {
  return importer !== undefined && target !== undefined && folderOf(importer) !== folderOf(target);
}

function folderOf(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

/** What decides about specifiers, in short. */
export function signatureOf(specifiers: readonly string[], decide: (specifier: string) => readonly string[]): string {
  return hashText(JSON.stringify(specifiers.map((specifier) => [specifier, decide(specifier)])));
}
