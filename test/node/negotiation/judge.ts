import { parse, resolve } from '@import-maps/resolve';
import type { ImportMap } from '../../../src/core/import-map.js';
import { packageNameOf } from '../../../src/core/package-name.js';
import type { RemoteEntry, SharedEntryPoint } from '../../../src/core/remote-entry.js';
import { satisfies } from '../../../src/core/version.js';

/** What the judge knows of one copy: a package as one remote ships it. */
interface JudgedCopy {
  readonly entry: RemoteEntry;
  readonly packageName: string;
  readonly main: SharedEntryPoint;
  readonly urls: ReadonlyMap<string, string>;
}

/** What a page does that it must not, and what it downloads. */
export interface Verdict {
  /** One sentence for each promise that is broken. */
  readonly broken: readonly string[];
  /** The copies that are loaded, as in `react of cart`. */
  readonly copies: ReadonlySet<string>;
  /** Bytes of the copies that are loaded. */
  readonly bytes: number;
  /** Each import that was looked at, and where it leads. */
  readonly imports: readonly Resolution[];
}

/** One import of one file. */
interface Resolution {
  readonly file: string;
  readonly specifier: string;
  readonly url: string | undefined;
}

/**
 * Judges an import map by what a browser would load, from the URL of each importing file.
 *
 * Knows nothing of the negotiation's own data: only the entries, the map and an independent implementation of the
 * standard.
 *
 * @param isWarned - Whether somebody was told that a remote is given a version that it did not wish.
 */
export function judge(
  entries: readonly RemoteEntry[],
  map: Pick<ImportMap, 'imports' | 'scopes'>,
  host: RemoteEntry | undefined,
  isWarned: (remote: string, packageName: string) => boolean = () => true,
): Verdict {
  return new Judge(entries, map, host, isWarned).verdict();
}

class Judge {
  readonly #entries: readonly RemoteEntry[];
  readonly #host: RemoteEntry | undefined;
  readonly #isWarned: (remote: string, packageName: string) => boolean;
  readonly #map: ReturnType<typeof parse>;
  readonly #copies = new Map<string, JudgedCopy>();
  readonly #byUrl = new Map<string, JudgedCopy>();
  readonly #broken = new Set<string>();
  readonly #imports: Resolution[] = [];
  readonly #wiring = new Map<JudgedCopy, Map<string, JudgedCopy>>();

  constructor(
    entries: readonly RemoteEntry[],
    { imports, scopes }: Pick<ImportMap, 'imports' | 'scopes'>,
    host: RemoteEntry | undefined,
    isWarned: (remote: string, packageName: string) => boolean,
  ) {
    this.#entries = entries;
    this.#host = host;
    this.#isWarned = isWarned;
    this.#map = parse({ imports, scopes }, new URL('https://page.example/'));
    for (const entry of entries) {
      for (const [packageName, points] of groupBy(entry.shared, ({ packageName }) => packageName)) {
        const main = points.find(({ specifier }) => specifier === packageName) ?? (points[0] as SharedEntryPoint);
        const urls = new Map(points.map(({ specifier, file }) => [specifier, entry.base + file]));
        const copy = { entry, packageName, main, urls };
        this.#copies.set(`${packageName} of ${entry.name}`, copy);
        for (const url of urls.values()) this.#byUrl.set(url, copy);
      }
    }
  }

  verdict(): Verdict {
    const reached = new Set<JudgedCopy>();
    for (const entry of this.#entries) for (const copy of this.#judgeRemote(entry)) reached.add(copy);
    const bytes = [...reached].reduce((sum, { entry, urls }) => sum + bytesOfCopy(entry, urls.values()), 0);
    const names = [...reached].map(({ packageName, entry }) => `${packageName} of ${entry.name}`);
    return { broken: [...this.#broken], copies: new Set(names), bytes, imports: this.#imports };
  }

  #judgeRemote(entry: RemoteEntry): Set<JudgedCopy> {
    const singles = new Set<string>();
    const reach = new Set<JudgedCopy>();
    for (const packageName of new Set(entry.shared.map(({ packageName }) => packageName))) {
      const own = this.#copies.get(`${packageName} of ${entry.name}`) as JudgedCopy;
      if (own.main.singleton) singles.add(packageName);
      const copy = this.#resolveAll(
        entry.name,
        entry.exposes.map(({ url }) => url),
        [...own.urls.keys()],
      );
      if (!copy) continue;
      this.#judgeGiven(own, copy);
      reach.add(copy);
    }
    for (const copy of reach) {
      for (const [name, target] of this.#wiringOf(copy)) {
        if (this.#copies.get(`${name} of ${copy.entry.name}`)?.main.singleton) singles.add(name);
        reach.add(target);
      }
    }
    for (const [name, copies] of groupBy(reach, ({ packageName }) => packageName)) {
      if (copies.length > 1 && singles.has(name)) {
        this.#broken.add(`one instance: ${entry.name} gets ${name} of ${copies.map((copy) => copy.entry.name)}`);
      }
    }
    return reach;
  }

  #judgeGiven(own: JudgedCopy, copy: JudgedCopy): void {
    const { entry, packageName, main } = own;
    if (copy === own) return;
    const what = `${entry.name} gets ${packageName} ${copy.main.version} of ${copy.entry.name}`;
    if (entry === this.#host) this.#broken.add(`host: ${what}`);
    this.#judgeSharing(own, copy, what);
    const isAccepted = isIn(copy.main.version, main.requiredVersion);
    const isWish = main.singleton && !main.strictVersion && this.#isWarned(entry.name, packageName);
    if (!isAccepted && !isWish) this.#broken.add(`range: ${what}, but accepts ${main.requiredVersion}`);
  }

  #judgeSharing(own: JudgedCopy, copy: JudgedCopy, what: string): void {
    const { provides } = copy.entry;
    if (!(typeof provides === 'boolean' ? provides : provides.includes(copy.packageName))) {
      this.#broken.add(`provides: ${what}`);
    }
    if (copy.main.shareScope !== own.main.shareScope) this.#broken.add(`share scope: ${what}`);
    if (own.main.shareScope === 'strict' && copy.main.version !== own.main.version) {
      this.#broken.add(`equal version: ${what}`);
    }
  }

  /** What a copy's own imports lead to, by package. */
  #wiringOf(copy: JudgedCopy): Map<string, JudgedCopy> {
    const known = this.#wiring.get(copy);
    if (known) return known;
    const wiring = new Map<string, JudgedCopy>();
    this.#wiring.set(copy, wiring);
    const who = `${copy.packageName} of ${copy.entry.name}`;
    for (const [name, { specifiers, files }] of this.#importsOf(copy)) {
      const target = this.#resolveAll(who, files, specifiers);
      if (!target) continue;
      wiring.set(name, target);
      const sibling = this.#copies.get(`${name} of ${copy.entry.name}`);
      if (target === sibling) continue;
      const what = `${who} gets ${name} ${target.main.version} of ${target.entry.name}`;
      if (name === copy.packageName) this.#broken.add(`torn: ${what}`);
      if (sibling) this.#judgeSharing(sibling, target, what);
      const range = copy.entry.packages.get(copy.packageName)?.dependencies.get(name) ?? sibling?.main.requiredVersion;
      if (!isIn(target.main.version, range)) this.#broken.add(`dependencies: ${what}, but accepts ${range}`);
    }
    return wiring;
  }

  /** What the files of a copy import, and which of them; where nothing is told, what is coupled with it. */
  #importsOf({ entry, packageName, urls, main }: JudgedCopy): Map<string, { specifiers: string[]; files: string[] }> {
    const files = filesOf(entry, urls.values());
    const imports = new Map<string, { specifiers: string[]; files: string[] }>();
    const add = (specifier: string, url: string): void => {
      const name = packageNameOf(specifier);
      const known = imports.get(name) ?? { specifiers: [], files: [] };
      imports.set(name, known);
      known.specifiers.push(specifier);
      known.files.push(url);
    };
    for (const url of files) for (const specifier of entry.files.get(url)?.externals ?? []) add(specifier, url);
    const isTold = entry.files.size > 0;
    const isGuessed = (other: SharedEntryPoint): boolean =>
      other.packageName === packageName ? urls.size > 1 : isOfScope(packageName, other);
    const isPooled = (other: SharedEntryPoint): boolean =>
      other.packageName !== packageName && main.pool !== undefined && other.pool === main.pool;
    const importers = isTold ? [...files] : [...files, ...entry.chunks.values()];
    for (const other of entry.shared.filter((point) => isPooled(point) || (!isTold && isGuessed(point)))) {
      for (const url of importers) add(other.specifier, url);
    }
    return imports;
  }

  /** The one copy that some files get for all of some specifiers of one package. */
  #resolveAll(who: string, files: readonly string[], specifiers: readonly string[]): JudgedCopy | undefined {
    const found = new Set<JudgedCopy>();
    for (const file of new Set(files)) {
      for (const specifier of new Set(specifiers)) {
        const url = resolve(specifier, this.#map, new URL(file)).resolvedImport?.href;
        this.#imports.push({ file, specifier, url });
        const copy = url === undefined ? undefined : this.#byUrl.get(url);
        if (copy && copy.urls.get(specifier) === url) found.add(copy);
        else this.#broken.add(`dangling: ${who} imports ${specifier} in ${file} and gets ${url}`);
      }
    }
    if (found.size > 1) {
      this.#broken.add(`torn: ${who} gets ${specifiers} of ${[...found].map(({ entry }) => entry.name)}`);
    }
    return [...found][0];
  }
}

/** The size of a copy with these entry points, as the entry tells it: all of its files. */
export function bytesOfCopy(entry: RemoteEntry, urls: Iterable<string>): number {
  let bytes = 0;
  for (const url of filesOf(entry, urls)) bytes += entry.files.get(url)?.bytes ?? 0;
  return bytes || 30_000;
}

function filesOf(entry: RemoteEntry, urls: Iterable<string>): Set<string> {
  const files = new Set(urls);
  for (const url of files) for (const file of entry.files.get(url)?.imports ?? []) files.add(file);
  return files;
}

function isOfScope(packageName: string, other: SharedEntryPoint): boolean {
  return packageName.startsWith('@') && other.packageName.startsWith(`${packageName.split('/')[0]}/`);
}

function isIn(version: string | undefined, range: string | undefined): boolean {
  return range === undefined || (version !== undefined && satisfies(version, range));
}

function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
