import type { SharedEntryPoint } from '../remote-entry.js';
import { isRange, isVersion } from '../version.js';

/** What remotes say of one package, without their names: who says the same shares the object. */
export interface Terms {
  readonly packageName: string;
  /** `undefined` where the entry gives none that is one. */
  readonly version: string | undefined;
  readonly range: string | undefined;
  /** Whether the range is one; none at all is. */
  readonly isReadable: boolean;
  readonly singleton: boolean;
  readonly strictVersion: boolean;
  readonly shareScope: string | undefined;
  readonly pool: string | undefined;
  /** What the remote itself imports, sorted; empty if only its copies of other packages do. */
  readonly specifiers: readonly string[];
  /** The entry points that its copy has, sorted: the very same list, if these are what it imports. */
  readonly shipped: readonly string[];
  /** Whether other remotes may be given its copy. */
  readonly isProvided: boolean;
  /** Whether the remote may be given its own copy only. */
  readonly isOwnOnly: boolean;
}

/** What terms are made of, beside the entry points. */
export interface TermsFacts {
  readonly packageName: string;
  /** What the remote's own modules import, as far as it is known. */
  readonly imported: readonly string[];
  readonly isProvided: boolean;
  readonly isOwnOnly: boolean;
}

/** Reads what remotes say of packages. */
export type ReadTerms = (entryPoints: readonly SharedEntryPoint[], facts: TermsFacts) => Terms;

/** Makes a reader that gives the same object for the same words. */
export function createTermsReader(): ReadTerms {
  const spoken = new Map<string, Map<string | undefined, Words[]>>();
  return (entryPoints, facts) => {
    const byVersion = spoken.get(facts.packageName) ?? new Map<string | undefined, Words[]>();
    const version = entryPoints[0]?.version;
    const known = byVersion.get(version) ?? [];
    for (const words of known) {
      if (isSame(words, entryPoints, facts)) return words.terms;
    }
    const terms = createTerms(entryPoints, facts);
    spoken.set(facts.packageName, byVersion.set(version, known));
    known.push({ entryPoints, facts, terms });
    return terms;
  };
}

interface Words {
  readonly entryPoints: readonly SharedEntryPoint[];
  readonly facts: TermsFacts;
  readonly terms: Terms;
}

/** Whether others said the same before. This runs for each package of each remote, so it creates nothing. */
function isSame(
  before: Words,
  entryPoints: readonly SharedEntryPoint[],
  { imported, isProvided, isOwnOnly }: TermsFacts,
): boolean {
  const { facts } = before;
  if (entryPoints.length !== before.entryPoints.length || imported.length !== facts.imported.length) return false;
  for (let index = 0; index < entryPoints.length; index++) {
    if (!isSameEntryPoint(entryPoints[index] as SharedEntryPoint, before.entryPoints[index] as SharedEntryPoint))
      return false;
  }
  for (let index = 0; index < imported.length; index++) if (imported[index] !== facts.imported[index]) return false;
  return isProvided === facts.isProvided && isOwnOnly === facts.isOwnOnly;
}

function isSameEntryPoint(one: SharedEntryPoint, other: SharedEntryPoint): boolean {
  return (
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion &&
    one.shareScope === other.shareScope &&
    one.pool === other.pool &&
    one.specifier === other.specifier
  );
}

function createTerms(
  entryPoints: readonly SharedEntryPoint[],
  { packageName, imported, isProvided, isOwnOnly }: TermsFacts,
): Terms {
  // The package's own entry point speaks for the others.
  const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
  const { version, requiredVersion: range, singleton = false, strictVersion = true, shareScope, pool } = main ?? {};
  const shipped = [...new Set(entryPoints.map(({ specifier }) => specifier))].sort();
  const all = [...new Set([...shipped, ...imported])].sort();
  const specifiers = all.length > shipped.length ? all : shipped;
  return {
    ...{ packageName, range, singleton, strictVersion, shareScope, pool, specifiers, shipped, isProvided, isOwnOnly },
    version: version !== undefined && isVersion(version) ? version : undefined,
    isReadable: range === undefined || isRange(range),
  };
}
