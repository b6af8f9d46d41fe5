import { isBare, readFiles, urlsOf } from '../negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { type PlainVersion, readPlainVersion } from './plain-range.js';
import { unusual } from './plainly.js';

/** What the remotes of a page say of one package. */
export interface PlainPackage {
  /** How many entry points of it there are: all that anybody ships. */
  readonly count: number;
  /** All that is said, in the order in which it is first said. */
  readonly statements: readonly Statement[];
}

/**
 * What remotes say of each entry point of a package that they ship, and how many that are. Two that ship as many need not
 * ship the same ones, but if they ship as many as there are, they do.
 */
export interface Statement {
  readonly said: SharedEntryPoint;
  readonly version: PlainVersion;
  readonly count: number;
  /** Who says it first, by place in the order of the entries. */
  readonly first: number;
  /** Who of them has the smallest copy, and its bytes; where the size of one copy is unknown, all count the same. */
  smallest: number;
  bytes: number;
}

/** A package while the entries are read. */
interface OpenPackage {
  readonly statements: Statement[];
  count: number;
  /** Whether all sizes are known so far. */
  isSized: boolean;
  /** Who speaks of it, of how many entry points so far, and what is said of each. */
  speaker: number;
  spoken: number;
  said: SharedEntryPoint;
}

/** An entry point, and who has spoken of it last. */
interface OpenPoint {
  readonly owner: OpenPackage;
  speaker: number;
}

/** More entry points than any usual remote shares. */
const mostPoints = 500;
/** Where more than so many different things are said of a package, not all agree, and looking through them takes long. */
const mostStatements = 100;

/**
 * What is said of each package, by npm name.
 *
 * @throws TypeError if a remote says anything that is not plain: share scopes, pools, chunks by name, packages that it
 *   keeps to itself or has from others, not the same of all entry points of a package, a version that only semver
 *   understands, or if it goes by two names.
 */
export function toPlainPackages(entries: readonly RemoteEntry[]): ReadonlyMap<string, PlainPackage> {
  const packages = new Map<string, OpenPackage>();
  const points = new Map<string, OpenPoint>();
  if (!entries.every(isOrdinary) || new Set(entries.map(({ url }) => url)).size < entries.length) unusual();
  entries.forEach(({ shared }, speaker) => {
    // Without closures, and with little to do: this runs for each of the many thousand entry points of a large page.
    for (let index = 0; index < shared.length; index++) {
      const said = shared[index] as SharedEntryPoint;
      const point = points.get(said.specifier) ?? addPoint(said, speaker, points, packages);
      const { owner } = point;
      if (point.speaker === speaker || (said.shareScope ?? said.pool) !== undefined) unusual();
      point.speaker = speaker;
      if (owner.speaker !== speaker) {
        close(owner, entries);
        owner.speaker = speaker;
        owner.spoken = 0;
        owner.said = said;
      } else if (!saysSame(owner.said, said)) unusual();
      owner.spoken++;
    }
  });
  for (const owner of packages.values()) {
    close(owner, entries);
    if (owner.isSized) continue;
    for (const statement of owner.statements) {
      statement.smallest = statement.first;
      statement.bytes = 1;
    }
  }
  return packages;
}

/** The entry points of a package that a remote ships. */
export function pointsOf({ shared }: RemoteEntry, packageName: string): readonly SharedEntryPoint[] {
  return shared.filter((point) => point.packageName === packageName);
}

function addPoint(
  said: SharedEntryPoint,
  speaker: number,
  points: Map<string, OpenPoint>,
  packages: Map<string, OpenPackage>,
): OpenPoint {
  const { specifier, packageName } = said;
  const owner = packages.get(packageName) ?? { statements: [], count: 0, isSized: true, speaker, spoken: 0, said };
  owner.count++;
  const point = { owner, speaker: -1 };
  packages.set(packageName, owner);
  points.set(specifier, point);
  return point;
}

/** Makes a statement of what has been said last of a package. */
function close(owner: OpenPackage, entries: readonly RemoteEntry[]): void {
  const { statements, spoken, said } = owner;
  let statement: Statement | undefined;
  for (let index = 0; index < statements.length && !statement; index++) {
    const other = statements[index] as Statement;
    if (other.count === spoken && (other.said === said || saysSame(other.said, said))) statement = other;
  }
  statement ??= addStatement(owner);
  if (owner.isSized) compareSizes(owner, statement, entries[owner.speaker] as RemoteEntry);
}

function addStatement({ statements, speaker: first, spoken: count, said }: OpenPackage): Statement {
  const version = readPlainVersion(said.version);
  if (statements.length === mostStatements) unusual();
  const statement = { said, version, count, first, smallest: -1, bytes: Number.MAX_VALUE };
  statements.push(statement);
  return statement;
}

function compareSizes(owner: OpenPackage, statement: Statement, entry: RemoteEntry): void {
  const files = readFiles(entry, urlsOf(entry, pointsOf(entry, statement.said.packageName)));
  if (!files) owner.isSized = false;
  else if (files.bytes < statement.bytes) {
    statement.smallest = owner.speaker;
    statement.bytes = files.bytes;
  }
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

/** Whether the same is said of two entry points, of whichever. */
function saysSame(one: SharedEntryPoint, other: SharedEntryPoint): boolean {
  return (
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion
  );
}
