import { packageNameOf } from '../core/package-name.js';
import { acceptedByAll } from './accepted-by-all.js';
import type { SharedBundle } from './bundle-project.js';
import type { EmittedProject } from './emit-project.js';
import { dependencyRange } from './package-manifest.js';
import type { PackageDocument } from './remote-entry-document.js';
import { type Catalogs, requiredVersion } from './required-version.js';

/**
 * What the shared packages' own package.json files say of each other.
 *
 * A package bundles private dependencies, which may import shared packages too: then their ranges count as well.
 */
export function describePackages(
  { packages, installed, shared, consumed }: EmittedProject,
  catalogs: Catalogs,
): Record<string, PackageDocument> {
  return Object.fromEntries(
    packages.map((one) => {
      const ranges = [...collectRanges(one, { installed, shared, consumed }, catalogs)].sort(([a], [b]) =>
        a < b ? -1 : 1,
      );
      const dependencies = Object.fromEntries(ranges.map(([name, all]) => [name, acceptedByAll(all) ?? '*']));
      return [one.shared.name, { version: one.shared.installed.version, dependencies }];
    }),
  );
}

/** By name of the shared package that is imported: the ranges of all that import it. */
function collectRanges(
  { bundle }: SharedBundle,
  { installed, shared, consumed }: Pick<EmittedProject, 'installed' | 'shared' | 'consumed'>,
  catalogs: Catalogs,
): Map<string, string[]> {
  const imported = new Set(bundle.files.flatMap((file) => [...file.externals, ...file.dynamicExternals]));
  const ranges = new Map<string, string[]>();
  for (const { importer, external = '' } of bundle.edges) {
    const target = shared.get(external)?.shared ?? consumed.get(packageNameOf(external));
    if (!target || importer === undefined || !imported.has(external)) continue;
    // The name that it is installed by: an alias, also where it is imported by another one.
    const { name, version } = target.installed;
    const declared = dependencyRange(installed.ownerOf(importer)?.manifest ?? {}, name);
    if (declared === undefined) continue;
    const range = requiredVersion(name, declared, version, catalogs);
    ranges.set(target.name, [...(ranges.get(target.name) ?? []), range]);
  }
  return ranges;
}
