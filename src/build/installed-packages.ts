import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type PackageManifest, readPackageManifest } from './package-manifest.js';

/** A package as it lies on the disk. */
export interface InstalledPackage {
  /** By which it is installed: the name of its folder, which for an alias is not that in its package.json. */
  readonly name: string;
  /** Its real folder, symbolic links followed. */
  readonly root: string;
  /** `0.0.0` if its package.json gives none. */
  readonly version: string;
  readonly manifest: PackageManifest;
}

const nodeModules = `${sep}node_modules${sep}`;

/** Finds packages on the disk, and the package that a file belongs to; remembers what it read. */
export class InstalledPackages {
  readonly #byRoot = new Map<string, InstalledPackage | undefined>();
  readonly #declared = new Map<string, InstalledPackage>();
  readonly #byFolder = new Map<string, InstalledPackage | undefined>();

  /** The package that code in a folder gets when it imports this name; `undefined` if none is installed. */
  find(name: string, folder: string): InstalledPackage | undefined {
    for (let above = folder; ; above = dirname(above)) {
      const found = this.#installedAt(join(above, 'node_modules', name), name);
      if (found || above === dirname(above)) return found;
    }
  }

  /** The package that a file belongs to; `undefined` outside of any. */
  ownerOf(file: string): InstalledPackage | undefined {
    return this.#declared.get(file) ?? this.#ownerOfFolder(dirname(file));
  }

  /**
   * Takes sources of the project itself for a package.
   *
   * @param place - Their folder, or the one file.
   */
  declare(name: string, place: string, { version = '0.0.0' }: PackageManifest): InstalledPackage {
    const declared = { name, root: place, version, manifest: {} };
    this.#byFolder.clear();
    this.#declared.set(place, declared);
    return declared;
  }

  #ownerOfFolder(folder: string): InstalledPackage | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const owner = this.#findOwner(folder);
    this.#byFolder.set(folder, owner);
    return owner;
  }

  // A package may hold further package.json files with names of their own, as preact/hooks does: only the folder
  // directly below node_modules counts.
  #findOwner(folder: string): InstalledPackage | undefined {
    const path = folder + sep;
    const start = path.lastIndexOf(nodeModules);
    if (start < 0) return this.#nearestNamed(folder);
    const begin = start + nodeModules.length;
    const [first = '', second = ''] = path.slice(begin).split(sep);
    const name = first.startsWith('@') ? `${first}/${second}` : first;
    return this.#read(join(path.slice(0, begin), name), name);
  }

  #nearestNamed(folder: string): InstalledPackage | undefined {
    const here = this.#declared.get(folder) ?? this.#byRoot.get(folder) ?? this.#readNamed(folder);
    if (here || folder === dirname(folder)) return here;
    return this.#ownerOfFolder(dirname(folder));
  }

  #readNamed(folder: string): InstalledPackage | undefined {
    const name = readPackageManifest(folder)?.name;
    return name === undefined ? undefined : this.#read(folder, name);
  }

  #installedAt(folder: string, name: string): InstalledPackage | undefined {
    try {
      return this.#read(realpathSync(folder), name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR') {
        return undefined;
      }
      throw error;
    }
  }

  #read(root: string, name: string): InstalledPackage | undefined {
    if (this.#byRoot.has(root)) return this.#byRoot.get(root);
    const manifest = readPackageManifest(root);
    const found = manifest && { name, root, version: manifest.version ?? '0.0.0', manifest };
    this.#byRoot.set(root, found);
    return found;
  }
}
