import { isBare, readFiles } from '../negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';

/** What the remotes of a page say of one package. */
export interface PlainPackage {
  readonly packageName: string;
  /** All that is said, in the order in which it is first said. */
  readonly statements: Statement[];
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
  /** Who of them has the smallest copy, and its bytes; where the size of one copy is unknown, all count the same. */
  smallest: number;
  bytes: number;
}

/** A package while the entries are read: what the last of them has said so far is not yet counted. */
interface OpenPackage extends PlainPackage {
  readonly beginning: Statement;
  /** Whether all sizes are known so far. */
  isSized: boolean;
  place: number;
  statement: Statement;
}

/** More entry points than any usual remote shares. */
const mostPoints = 500;
/** Where more than so many different things are said of a package, not all agree, and looking through them takes long. */
const mostStatements = 100;

/**
 * What is said of each package, by npm name.
 *
 * @returns `undefined` if a remote says anything that is not plain: share scopes, pools, chunks by name, packages that it
 *   keeps to itself or has from others, or that goes by two names.
 */
export function toPlainPackages(entries: readonly RemoteEntry[]): ReadonlyMap<string, PlainPackage> | undefined {
  const packages = new Map<string, OpenPackage>();
  const urls = new Set<string>();
  const isPlain = (entry: RemoteEntry, place: number): boolean =>
    isOrdinary(entry) && urls.size < urls.add(entry.url).size && read(entry.shared, place, packages, entries);
  if (!entries.every(isPlain)) return undefined;
  for (const known of packages.values()) {
    count(known, entries);
    if (!known.isSized) for (const each of known.statements) Object.assign(each, { smallest: each.first, bytes: 1 });
  }
  return packages;
}

/** Reads what a remote says; tells whether all of it is plain. */
function read(
  shared: readonly SharedEntryPoint[],
  place: number,
  packages: Map<string, OpenPackage>,
  entries: readonly RemoteEntry[],
): boolean {
  // By index: an iterator makes an object for each of the many thousand entry points of a large page.
  for (let index = 0; index < shared.length; index++) {
    const point = shared[index] as SharedEntryPoint;
    const known = packages.get(point.packageName) ?? addPackage(packages, point.packageName);
    const isCrowd = known.statements.length > mostStatements;
    if (isCrowd || point.shareScope !== undefined || point.pool !== undefined) return false;
    if (known.place !== place) {
      count(known, entries);
      known.place = place;
      known.statement = known.beginning;
    }
    known.statement = extend(known.statement, point);
  }
  return true;
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
  return { points, longer: [], first: -1, smallest: -1, bytes: Number.POSITIVE_INFINITY };
}

/** Counts what has been said last of a package. */
function count(known: OpenPackage, entries: readonly RemoteEntry[]): void {
  const { packageName, statements, place, statement } = known;
  const entry = entries[place];
  if (!entry) return;
  if (statement.first < 0) {
    statement.first = place;
    statements.push(statement);
  }
  const files = entry.files.size > 0 ? readFiles(entry, pointsOf(entry, packageName)) : undefined;
  if (!files) known.isSized = false;
  else if (files.bytes < statement.bytes) {
    statement.smallest = place;
    statement.bytes = files.bytes;
  }
}

function extend({ points, longer }: Statement, point: SharedEntryPoint): Statement {
  for (let index = 0; index < longer.length; index++) {
    const known = longer[index] as Statement;
    const other = known.points[points.length] as SharedEntryPoint;
    if (other.specifier === point.specifier && saysSame(other, point)) return known;
  }
  const statement = createStatement([...points, point]);
  longer.push(statement);
  return statement;
}

/** Whether the same is said of two entry points. */
export function saysSame(one: SharedEntryPoint, other: SharedEntryPoint): boolean {
  return (
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion
  );
}

/** Whether a remote shares all that it imports, with everybody, and tells of files if it tells of packages. */
function isOrdinary({ provides, consumes, chunks, shared, packages, files }: RemoteEntry): boolean {
  if (provides !== true || consumes || chunks.size > 0 || shared.length > mostPoints) return false;
  if (files.size === 0) return packages.size === 0;
  const own = new Set(shared.map(({ specifier }) => specifier));
  const isOwn = (specifier: string): boolean => own.has(specifier) || !isBare(specifier);
  for (const { externals } of files.values()) if (!externals.every(isOwn)) return false;
  return true;
}
