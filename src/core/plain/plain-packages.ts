import { isBare } from '../negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';

/** What the remotes of a page say of one package: side by side, because there are many thousands on a large page. */
export interface PlainPackage {
  /** Who ships it, in the order of the entries. */
  readonly remotes: RemoteEntry[];
  /** What each of them says. */
  readonly statements: Statement[];
  /** From where all statements begin. */
  readonly beginning: Statement;
}

/**
 * What a remote says of a package, entry point by entry point: a path in a tree, so that all who say the same come to
 * the same place, and nothing is created for them.
 */
export interface Statement {
  /** All entry points but their files are as these. */
  readonly points: readonly SharedEntryPoint[];
  readonly longer: Statement[];
}

/** More entry points than any usual remote shares. */
const most = 500;

/**
 * What each remote says of each package, by npm name.
 *
 * @returns `undefined` if a remote says anything that is not plain: share scopes, pools, chunks by name, packages that it
 *   keeps to itself or has from others, or that goes by two names.
 */
export function toPlainPackages(entries: readonly RemoteEntry[]): ReadonlyMap<string, PlainPackage> | undefined {
  const packages = new Map<string, PlainPackage>();
  const urls = new Set<string>();
  for (const entry of entries) {
    if (!isPlain(entry) || urls.size === urls.add(entry.url).size) return undefined;
    const { shared } = entry;
    for (let index = 0; index < shared.length; index++) {
      const point = shared[index] as SharedEntryPoint;
      if (point.shareScope !== undefined || point.pool !== undefined) return undefined;
      note(packages.get(point.packageName) ?? addPackage(packages, point.packageName), entry, point);
    }
  }
  return packages;
}

function addPackage(packages: Map<string, PlainPackage>, packageName: string): PlainPackage {
  const added = { remotes: [], statements: [], beginning: { points: [], longer: [] } };
  packages.set(packageName, added);
  return added;
}

/** Notes what a remote says of one entry point. */
function note({ remotes, statements, beginning }: PlainPackage, entry: RemoteEntry, point: SharedEntryPoint): void {
  const last = remotes.length - 1;
  if (remotes[last] === entry) statements[last] = extend(statements[last] as Statement, point);
  else {
    remotes.push(entry);
    statements.push(extend(beginning, point));
  }
}

/** The entry points of a package that a remote ships. */
export function pointsOf({ shared }: RemoteEntry, packageName: string): readonly SharedEntryPoint[] {
  return shared.filter((point) => point.packageName === packageName);
}

function extend({ points, longer }: Statement, point: SharedEntryPoint): Statement {
  for (let index = 0; index < longer.length; index++) {
    const known = longer[index] as Statement;
    if (isSame(known.points[points.length] as SharedEntryPoint, point)) return known;
  }
  const statement = { points: [...points, point], longer: [] };
  longer.push(statement);
  return statement;
}

function isSame(one: SharedEntryPoint, other: SharedEntryPoint): boolean {
  return (
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.specifier === other.specifier &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion
  );
}

/** Whether a remote shares all that it imports, with everybody, and tells of files if it tells of packages. */
function isPlain({ provides, consumes, chunks, shared, packages, files }: RemoteEntry): boolean {
  if (provides !== true || consumes || chunks.size > 0 || shared.length > most) return false;
  if (files.size === 0) return packages.size === 0;
  const own = new Set(shared.map(({ specifier }) => specifier));
  const isOwn = (specifier: string): boolean => own.has(specifier) || !isBare(specifier);
  for (const { externals } of files.values()) if (!externals.every(isOwn)) return false;
  return true;
}
