import { isBare, readFiles, urlsOf } from '../negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { saysSame } from './says-same.js';

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
  /** Who speaks of it, of how many entry points so far, and what is said of each: no statement as yet. */
  speaker: number;
  spoken: number;
  said?: SharedEntryPoint;
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
 * @returns `undefined` if a remote says anything that is not plain: share scopes, pools, chunks by name, packages that it
 *   keeps to itself or has from others, not the same of all entry points of a package, or that goes by two names.
 */
export function toPlainPackages(entries: readonly RemoteEntry[]): ReadonlyMap<string, PlainPackage> | undefined {
  const packages = new Map<string, OpenPackage>();
  const points = new Map<string, OpenPoint>();
  const urls = new Set<string>();
  const hear = (entry: RemoteEntry, speaker: number): boolean =>
    isOrdinary(entry) &&
    urls.size < urls.add(entry.url).size &&
    entry.shared.every((said) =>
      speak(points.get(said.specifier) ?? addPoint(said, points, packages), said, speaker, entries),
    );
  if (!entries.every(hear)) return undefined;
  for (const owner of packages.values()) {
    if (!close(owner, entries)) return undefined;
    if (owner.isSized) continue;
    for (const statement of owner.statements) {
      statement.smallest = statement.first;
      statement.bytes = 1;
    }
  }
  return packages;
}

/**
 * Hears what a remote says of an entry point; tells whether all that is said of the package is plain so far.
 *
 * Little is done here, and nothing created: this runs for each of the many thousand entry points of a large page.
 */
function speak(point: OpenPoint, said: SharedEntryPoint, speaker: number, entries: readonly RemoteEntry[]): boolean {
  const { owner } = point;
  if (point.speaker === speaker || (said.shareScope ?? said.pool) !== undefined) return false;
  point.speaker = speaker;
  if (owner.speaker === speaker) {
    owner.spoken++;
    return saysSame(owner.said as SharedEntryPoint, said);
  }
  const isPlain = close(owner, entries);
  owner.speaker = speaker;
  owner.spoken = 1;
  owner.said = said;
  return isPlain;
}

/** The entry points of a package that a remote ships. */
export function pointsOf({ shared }: RemoteEntry, packageName: string): readonly SharedEntryPoint[] {
  return shared.filter((point) => point.packageName === packageName);
}

function addPoint(
  { specifier, packageName }: SharedEntryPoint,
  points: Map<string, OpenPoint>,
  packages: Map<string, OpenPackage>,
): OpenPoint {
  const owner = packages.get(packageName) ?? {
    statements: [],
    count: 0,
    isSized: true,
    speaker: -1,
    spoken: 0,
  };
  owner.count++;
  const point = { owner, speaker: -1 };
  packages.set(packageName, owner);
  points.set(specifier, point);
  return point;
}

/** Makes a statement of what has been said last of a package; tells whether all that is said of it is plain so far. */
function close(owner: OpenPackage, entries: readonly RemoteEntry[]): boolean {
  const { statements, speaker, spoken, said } = owner;
  if (!said) return true;
  let statement = statements.find((other) => other.count === spoken && saysSame(other.said, said));
  if (!statement) {
    statement = { said, count: spoken, first: speaker, smallest: -1, bytes: Number.MAX_VALUE };
    if (statements.push(statement) > mostStatements) return false;
  }
  const entry = entries[speaker] as RemoteEntry;
  const files =
    owner.isSized && entry.files.size > 0
      ? readFiles(entry, urlsOf(entry, pointsOf(entry, said.packageName)))
      : undefined;
  owner.isSized = files !== undefined;
  if (files && files.bytes < statement.bytes) {
    statement.smallest = speaker;
    statement.bytes = files.bytes;
  }
  return true;
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
