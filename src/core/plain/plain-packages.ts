import { isBare, readFiles } from '../negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';

/** What the remotes of a page say of one package. */
export interface PlainPackage {
  readonly packageName: string;
  /** All that is said, in the order in which it is first said. */
  readonly statements: Statement[];
  /** Whether the size of each copy is known. */
  isSized: boolean;
}

/**
 * What a remote says of a package, entry point by entry point: a path in a tree, so that all who say the same come to
 * the same place, and nothing is created for them: they are many thousands on a large page.
 */
export interface Statement {
  /** All entry points but their files are as these. */
  readonly points: readonly SharedEntryPoint[];
  readonly longer: Statement[];
  /** Who says it first, by place in the order of the entries; negative until somebody does. */
  first: number;
  /** Who of them has the smallest copy, and its bytes, if sizes are known. */
  smallest: number;
  bytes: number;
}

/** A package while the entries are read: what the last of them has said so far is not yet counted. */
interface OpenPackage extends PlainPackage {
  readonly beginning: Statement;
  place: number;
  statement: Statement;
}

/** More entry points than any usual remote shares. */
const most = 500;

/**
 * What is said of each package, by npm name.
 *
 * @returns `undefined` if a remote says anything that is not plain: share scopes, pools, chunks by name, packages that it
 *   keeps to itself or has from others, or that goes by two names.
 */
export function toPlainPackages(entries: readonly RemoteEntry[]): ReadonlyMap<string, PlainPackage> | undefined {
  const packages = new Map<string, OpenPackage>();
  const urls = new Set<string>();
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place] as RemoteEntry;
    if (!isPlain(entry) || urls.size === urls.add(entry.url).size) return undefined;
    const { shared } = entry;
    for (let index = 0; index < shared.length; index++) {
      const point = shared[index] as SharedEntryPoint;
      if (point.shareScope !== undefined || point.pool !== undefined) return undefined;
      const known = packages.get(point.packageName) ?? addPackage(packages, point.packageName);
      if (known.place !== place) {
        count(known, entries);
        known.place = place;
        known.statement = known.beginning;
      }
      known.statement = extend(known.statement, point);
    }
  }
  for (const known of packages.values()) count(known, entries);
  return packages;
}

/** The entry points of a package that a remote ships. */
export function pointsOf({ shared }: RemoteEntry, packageName: string): readonly SharedEntryPoint[] {
  return shared.filter((point) => point.packageName === packageName);
}

function addPackage(packages: Map<string, OpenPackage>, packageName: string): OpenPackage {
  const beginning = createStatement([]);
  const facts = { packageName, statements: [], isSized: true };
  const added = { ...facts, beginning, place: -1, statement: beginning };
  packages.set(packageName, added);
  return added;
}

function createStatement(points: readonly SharedEntryPoint[]): Statement {
  return { points, longer: [], first: -1, smallest: -1, bytes: 1 };
}

/** Counts what has been said last of a package. */
function count(known: OpenPackage, entries: readonly RemoteEntry[]): void {
  const { packageName, statements, place, statement } = known;
  const entry = entries[place];
  if (!entry) return;
  const isNew = statement.first < 0;
  if (isNew) {
    statement.first = place;
    statements.push(statement);
  }
  const files = entry.files.size > 0 ? readFiles(entry, pointsOf(entry, packageName)) : undefined;
  if (!files) known.isSized = false;
  else if (isNew || files.bytes < statement.bytes) {
    statement.smallest = place;
    statement.bytes = files.bytes;
  }
}

function extend({ points, longer }: Statement, point: SharedEntryPoint): Statement {
  for (let index = 0; index < longer.length; index++) {
    const known = longer[index] as Statement;
    if (isSame(known.points[points.length] as SharedEntryPoint, point)) return known;
  }
  const statement = createStatement([...points, point]);
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
