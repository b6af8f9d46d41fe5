import { isBareSpecifier } from '../core/forms.js';
import { allOf } from './all-of.js';
import type { BuildSettings } from './build-settings.js';
import type { Bundle, BundleRequest } from './bundle.js';
import { forgetUnusedBundles } from './bundle-cache.js';
import { BundleMaker } from './bundle-maker.js';
import { BundleSession } from './bundle-session.js';
import { checkImports } from './check-imports.js';
import { listEntryPoints } from './entry-points.js';
import { exposedNames } from './exposed-names.js';
import { findDetours } from './find-detours.js';
import { findMappedPackages } from './find-mapped-packages.js';
import { hostEntry } from './host-plugin.js';
import type { InstalledPackage, InstalledPackages } from './installed-packages.js';
import { resolveSpecifiers } from './resolve-specifiers.js';
import { sharedOptions } from './shared-options.js';
import { type SharedPackage, SharedPackages } from './shared-packages.js';

/** A project, bundled: its own modules, and each shared package for itself. */
export interface ProjectBundles {
  readonly project: Bundle;
  readonly packages: readonly SharedBundle[];
  /** Packages that are imported, or might be, and not shipped, by name. */
  readonly consumed: ReadonlyMap<string, SharedPackage>;
  readonly installed: InstalledPackages;
  /** Is done when what was made is in the cache: nobody needs to wait for that but the process. */
  readonly kept: Promise<unknown>;
}

/** A shared package and what came out of it. */
export interface SharedBundle {
  readonly shared: SharedPackage;
  readonly bundle: Bundle;
}

/**
 * Bundles a project and all packages that it shares, until nothing new turns up.
 *
 * First the exposed modules, whose imports say which packages are shared; then each of these, whose imports may say
 * more. A package that more than one of the bundles contains would have more than one instance, so it becomes a shared
 * one, and what contained it is bundled again.
 *
 * @param session - What builds before have left; default: nothing.
 * @throws {@link BuildError}
 */
export async function bundleProject(
  settings: BuildSettings,
  session: BundleSession = new BundleSession(),
): Promise<ProjectBundles> {
  const keeping: Promise<void>[] = [];
  try {
    const bundles = await bundleUntilDone(settings, keeping, session);
    const isRight = session.accept(bundles);
    const right = isRight ? bundles : await bundleUntilDone(settings, keeping, session);
    return { ...right, kept: Promise.all(keeping).then(() => forgetUnusedBundles(settings)) };
  } catch (error) {
    await Promise.all(keeping);
    throw error;
  }
}

async function bundleUntilDone(
  settings: BuildSettings,
  keeping: Promise<void>[],
  session: BundleSession,
): Promise<Omit<ProjectBundles, 'kept'>> {
  const { installed } = session;
  const shared = new SharedPackages(settings, installed, await findMappedPackages(settings, installed));
  for (const one of session.implied) shared.imply(one);
  const opaque = new Set<string>();
  const maker = new BundleMaker({ settings, shared, installed, opaque }, session);
  const make = async (request: BundleRequest): Promise<Bundle> => {
    const { bundle, kept } = await maker.make(request);
    keeping.push(kept);
    return bundle;
  };
  let project: Bundle | undefined;
  const packages = new Map<SharedPackage, Bundle>();
  for (;;) {
    project ??= await make(projectRequest(settings));
    await keepWhole(shared, settings);
    const due = shared.used.filter((one) => isDue(one, packages.get(one)));
    const bundles = await allOf(due.map((one) => make(packageRequest(one))));
    for (const [index, one] of due.entries()) packages.set(one, bundles[index] as Bundle);
    if (due.length > 0) continue;

    const { consumed } = shared;
    const made = { project, packages: asList(packages), consumed };
    const all = [project, ...packages.values()];
    const again = new Set([
      ...findDetours(all, shared, installed, settings.root),
      ...implyDoubled(all, shared, installed, settings.root),
      ...(await checkImports({ ...made, root: settings.root }, opaque)),
    ]);
    if (again.size === 0) return { ...made, installed };
    if (again.has(project)) project = undefined;
    for (const [one, bundle] of packages) if (again.has(bundle)) packages.delete(one);
  }
}

/** Adds the entry points that nothing imports, of the packages that are to be shipped whole. */
async function keepWhole(shared: SharedPackages, settings: BuildSettings): Promise<void> {
  const whole = shared.used.filter((one) => !one.implied && sharedOptions(one.name, settings).keepAll);
  for (const { installed, entryPoints } of whole) {
    const all = await listEntryPoints(installed, (specifiers) =>
      resolveSpecifiers(specifiers, settings.root, settings),
    );
    for (const [specifier, file] of all) {
      if (isBareSpecifier(specifier) && !entryPoints.has(specifier)) entryPoints.set(specifier, file);
    }
  }
}

function asList(packages: ReadonlyMap<SharedPackage, Bundle>): SharedBundle[] {
  return [...packages]
    .map(([shared, made]) => ({ shared, bundle: made }))
    .sort((a, b) => (a.shared.name < b.shared.name ? -1 : 1));
}

function projectRequest({ exposes }: BuildSettings): BundleRequest {
  const entryPoints = exposes.length === 0 ? new Map([['host', hostEntry]]) : exposedNames(exposes);
  return { own: undefined, folder: '', entryPoints };
}

function packageRequest({ name, installed, entryPoints }: SharedPackage): BundleRequest {
  const files = [...entryPoints].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = new Map<string, string>();
  const known = new Set<string>();
  for (const [specifier, file] of files) {
    if (known.has(file)) continue;
    known.add(file);
    names.set(entryName(specifier.slice(name.length + 1), names), file);
  }
  return { own: installed, folder: `shared/${name}@${installed.version}/`, entryPoints: names };
}

/** A file name for an entry point: `decorators` for `lit/decorators.js`, `index` for `lit`. */
function entryName(subpath: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = subpath.replace(/\.[cm]?js$/, '').replace(/[^\w.]+/g, '-') || 'index';
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`;
  return name;
}

function isDue({ entryPoints }: SharedPackage, made: Bundle | undefined): boolean {
  if (!made) return true;
  const files = new Set(made.request.entryPoints.values());
  return [...entryPoints.values()].some((file) => !files.has(file));
}

/** Shares what several bundles contain; gives back those that must be made again without it. */
function implyDoubled(
  bundles: readonly Bundle[],
  shared: SharedPackages,
  installed: InstalledPackages,
  root: string,
): Bundle[] {
  const holders = new Map<InstalledPackage, Set<Bundle>>();
  for (const one of bundles) {
    for (const file of one.sources) {
      const owner = installed.ownerOf(file);
      if (!owner || owner.root === one.request.own?.root || shared.of(owner) || owner.root === root) continue;
      const known = holders.get(owner);
      if (known) known.add(one);
      else holders.set(owner, new Set([one]));
    }
  }
  const doubled = [...holders].filter(([owner, holding]) => holding.size > 1 && shared.imply(owner));
  return doubled.flatMap(([, holding]) => [...holding]);
}
