import { extname, join, relative } from 'node:path';
import { isBareSpecifier } from '../core/forms.js';
import { packageNameOf } from '../core/package-name.js';
import { BuildError } from './build-error.js';
import type { BuildSettings } from './build-settings.js';
import { isCode } from './entry-points.js';
import { escapePattern } from './escape-pattern.js';
import type { InstalledPackage, InstalledPackages } from './installed-packages.js';
import { sharedNames, sharedOptions } from './shared-options.js';

/** A package that gets a folder of its own, and is imported by its bare name. */
export interface SharedPackage {
  /** As it is imported; differs from the installed name only for a second version of a package. */
  readonly name: string;
  readonly installed: InstalledPackage;
  /** Whether a copy is shipped; else the page has it from others. */
  readonly isProvided: boolean;
  /** Whether it is there only because several packages contain it, not because the project asked for it. */
  readonly implied: boolean;
  /** Specifier → file, of all that is imported of it so far. */
  readonly entryPoints: Map<string, string>;
}

/**
 * Decides which imports leave a bundle as bare specifiers, and remembers which entry points that takes.
 *
 * A package is what lies in one folder: the same name in another folder is another version, and is not this package.
 */
export class SharedPackages {
  readonly #packages = new Map<string, SharedPackage>();
  /** Entry points that are only required so far. */
  readonly #required = new Set<string>();
  readonly #detours = new Set<string>();
  readonly #settings: BuildSettings;

  /** @param mapped - Packages that are not in `node_modules`, by name. */
  constructor(
    settings: BuildSettings,
    installed: InstalledPackages,
    mapped: ReadonlyMap<string, InstalledPackage> = new Map(),
  ) {
    this.#settings = settings;
    for (const name of sharedNames(settings)) {
      const { provide = true, version } = sharedOptions(name, settings);
      const found = installed.find(name, settings.root) ?? mapped.get(name);
      if (found) this.#add(name, found, false, provide);
      else if (!provide) this.#add(name, absent(name, version, settings.root), false, false);
      else if (settings.shared !== 'auto') {
        throw new BuildError('shared-not-installed', { packageName: name, folder: settings.root });
      }
    }
  }

  /** Those that something imports and that are shipped, by name. */
  get used(): SharedPackage[] {
    return [...this.#packages.values()]
      .filter(({ entryPoints, isProvided }) => isProvided && entryPoints.size > 0)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Those that are not shipped, by name. */
  get consumed(): ReadonlyMap<string, SharedPackage> {
    const consumed = [...this.#packages.values()].filter(({ isProvided }) => !isProvided);
    return new Map(consumed.map((one) => [one.name, one]));
  }

  /** Matches every specifier that {@link share} might say yes to. */
  get filter(): RegExp | undefined {
    const names = new Set([...this.#packages.values()].map(({ installed }) => installed.name));
    if (names.size === 0) return undefined;
    const alternatives = [...names].map((name) => `${escapePattern(name)}(?:/|$)`);
    return new RegExp(
      `^(?:${[...alternatives, ...[...this.#detours].map((one) => `${escapePattern(one)}$`)].join('|')})`,
    );
  }

  /**
   * Notes that a specifier leads to a shared package although it has another name.
   *
   * @returns Whether that is new.
   */
  addDetour(specifier: string): boolean {
    return !this.#detours.has(specifier) && this.#detours.add(specifier).has(specifier);
  }

  /** Whether the config leaves a specifier to who imports it. */
  isSkipped(specifier: string): boolean {
    return this.#settings.isSkipped(specifier);
  }

  /**
   * Whether an import is to be shared.
   *
   * @param specifier - As it stands in the source, or by which the package itself calls it.
   * @param file - What it resolves to.
   * @param owner - The package that this file belongs to.
   * @param isRequired - Whether a `require` asks. A package may have another file for that: then the one that somebody
   *   imports counts, whoever asks first.
   * @returns The specifier to import it by; `undefined` if it belongs into the bundle.
   */
  share(specifier: string, file: string, owner: InstalledPackage, isRequired = false): string | undefined {
    const shared = this.of(owner);
    if (!shared || !this.#isModule(file) || this.#settings.isSkipped(specifier)) return undefined;
    const imported = shared.name + specifier.slice(packageNameOf(specifier).length);
    // A page refuses an entry with such a name.
    if (!isBareSpecifier(imported)) return undefined;
    const isNew = !shared.entryPoints.has(imported);
    if (isNew || (!isRequired && this.#required.has(imported))) shared.entryPoints.set(imported, file);
    if (isRequired && isNew) this.#required.add(imported);
    else if (!isRequired) this.#required.delete(imported);
    return imported;
  }

  /** What decides now whether a specifier is shared, for those who keep what came of it; folders from the root. */
  snapshot(): (specifier: string) => readonly string[] {
    const { root, isSkipped } = this.#settings;
    const candidates = [...this.#packages.values()];
    return (specifier) => {
      const name = packageNameOf(specifier);
      const found = candidates.filter(({ installed }) => installed.name === name);
      const described = found.map(
        (one) =>
          `${one.name} ${one.installed.version} ${relative(root, one.installed.root)}${one.isProvided ? '' : ' consumed'}`,
      );
      if (this.#detours.has(specifier)) described.push('detour');
      return isSkipped(specifier) ? ['skipped'] : described.sort();
    };
  }

  /** The shared package that lies in this folder. */
  of(owner: InstalledPackage): SharedPackage | undefined {
    return this.#packages.get(owner.root);
  }

  /**
   * Shares a package that nobody asked for, because several bundles would contain it.
   *
   * @returns Whether it was possible: not if it is skipped on purpose.
   */
  imply(owner: InstalledPackage): boolean {
    if (this.#settings.isSkipped(owner.name) || this.#packages.has(owner.root)) return false;
    const taken = [...this.#packages.values()].some(({ name }) => name === owner.name);
    // A name can mean one version only on a page, so a second version is called after its number.
    this.#add(taken ? `${owner.name}-${owner.version.replace(/\+/g, '-')}` : owner.name, owner, true, true);
    return true;
  }

  // Packages hand out stylesheets, images, texts and data too; they have no identity that two modules would have to agree on.
  #isModule(file: string): boolean {
    const loader = this.#settings.esbuild.loader?.[extname(file)];
    return isCode(file) || extname(file) === '' || /^[jt]sx?$/.test(loader ?? '');
  }

  #add(name: string, installed: InstalledPackage, implied: boolean, isProvided: boolean): void {
    this.#packages.set(installed.root, { name, installed, implied, isProvided, entryPoints: new Map() });
  }
}

/** A package that is not installed; its place is where it would be. */
function absent(name: string, version: string | undefined, root: string): InstalledPackage {
  return { name, root: join(root, 'node_modules', name), version: version ?? '0.0.0', manifest: {} };
}
