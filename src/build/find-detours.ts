import { relative } from 'node:path';
import { isBareSpecifier } from '../core/forms.js';
import { packageNameOf } from '../core/package-name.js';
import { BuildError } from './build-error.js';
import type { Bundle, BundleEdge } from './bundle.js';
import { isCode } from './entry-points.js';
import type { InstalledPackage, InstalledPackages } from './installed-packages.js';
import type { SharedPackages } from './shared-packages.js';

/**
 * Finds the bundles that contain a file of a shared package, because they import it by another name than the package's
 * own: by a path, by `imports` of package.json, by `paths` of tsconfig.json or by an alias. What they import by a name that no
 * page takes counts where another bundle holds a part of it.
 *
 * The first time the import is noted, so that the bundle, made again, imports the entry point behind it.
 *
 * @returns The bundles that must be made again.
 * @throws {@link BuildError} `shared-bypassed`, if no entry point of the package is that file: the page would have it twice.
 */
export function findDetours(
  bundles: readonly Bundle[],
  shared: SharedPackages,
  installed: InstalledPackages,
  root: string,
): Bundle[] {
  /** Noted just now: many modules may import by the same name. */
  const noted = new Set<string>();
  return bundles.filter((bundle) => {
    const present = new Set(bundle.sources.filter(isCode).map((file) => installed.ownerOf(file)));
    const detours = bundle.edges.filter((edge) => isDetour(edge, bundle, present));
    for (const { specifier, importer = '', target = '' } of detours) {
      if (shared.addDetour(specifier)) noted.add(specifier);
      if (noted.has(specifier)) continue;
      const { name, root: folder } = installed.ownerOf(target) as InstalledPackage;
      throw new BuildError('shared-bypassed', {
        specifier,
        importer: relative(root, importer),
        packageName: name,
        file: relative(folder, target),
      });
    }
    return detours.length > 0;
  });

  function isDetour(
    { specifier, importer, target }: BundleEdge,
    bundle: Bundle,
    present: ReadonlySet<InstalledPackage | undefined>,
  ): boolean {
    if (importer === undefined || target === undefined || !isCode(target)) return false;
    const owner = installed.ownerOf(target);
    const one = owner && present.has(owner) ? shared.of(owner) : undefined;
    if (!owner || !one || owner.root === bundle.request.own?.root) return false;
    const { name } = one.installed;
    if (shared.isSkipped(specifier) || shared.isSkipped(name)) return false;
    // What is imported by its name and is here all the same is so on purpose, or for want of a name that pages take.
    if (packageNameOf(specifier) === name) return !isBareSpecifier(specifier) && isDoubled(owner, bundle);
    return installed.ownerOf(importer)?.root !== owner.root;
  }

  /** Whether a bundle has files of a package that another one has, too. */
  function isDoubled(owner: InstalledPackage, bundle: Bundle): boolean {
    const others = bundles.filter((one) => one !== bundle);
    const files = bundle.sources.filter((file) => isCode(file) && installed.ownerOf(file) === owner);
    return files.some((file) => others.some(({ sources }) => sources.includes(file)));
  }
}
