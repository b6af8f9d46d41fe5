import { dirname, join, sep } from 'node:path';
import type { BuildSettings } from './build-settings.js';
import type { InstalledPackage, InstalledPackages } from './installed-packages.js';
import { resolveSpecifiers } from './resolve-specifiers.js';
import { sharedNames } from './shared-options.js';

/**
 * Finds packages that are shared and not in `node_modules`, but that `paths` of tsconfig.json or an alias leads to.
 *
 * Sources that have a package.json are that package; others, in the project itself, are one by what the config calls them:
 * the folder, if nothing that the project exposes is in it, else the file alone.
 */
export async function findMappedPackages(
  settings: BuildSettings,
  installed: InstalledPackages,
): Promise<ReadonlyMap<string, InstalledPackage>> {
  const missing = [...sharedNames(settings)].filter(
    (name) => mayBeMapped(name, settings) && !installed.find(name, settings.root),
  );
  const found = new Map<string, InstalledPackage>();
  if (missing.length === 0) return found;
  const own = installed.ownerOf(join(settings.root, 'package.json'));
  for (const [name, file] of await resolveSpecifiers(missing, settings.root, settings)) {
    const owner = installed.ownerOf(file);
    found.set(
      name,
      owner && owner !== own ? { ...owner, name } : installed.declare(name, placeOf(file, settings), settings.manifest),
    );
  }
  return found;
}

/** With `'auto'` only what package.json calls part of the workspace. */
function mayBeMapped(name: string, { shared, manifest }: BuildSettings): boolean {
  return shared !== 'auto' || /^(?:workspace|file|link|portal):/.test(manifest.dependencies?.[name] ?? '');
}

function placeOf(file: string, { root, exposes }: BuildSettings): string {
  const folder = dirname(file);
  const isOthers = [root, ...exposes.map((exposed) => exposed.file)].some((path) =>
    `${path}${sep}`.startsWith(folder + sep),
  );
  return isOthers ? file : folder;
}
