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
  const spoken = new Map<string, Spoken[]>();
  return (entryPoints, facts) => {
    const { packageName } = facts;
    // The package's own entry point speaks for the others.
    const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
    const known = spoken.get(packageName) ?? [];
    for (const before of known) if (isSame(before, { main, entryPoints, facts })) return before.terms;
    const terms = createTerms(main, entryPoints, facts);
    known.push({ main, entryPoints, facts, terms });
    spoken.set(packageName, known);
    return terms;
  };
}

interface Words {
  readonly main: SharedEntryPoint | undefined;
  readonly entryPoints: readonly SharedEntryPoint[];
  readonly facts: TermsFacts;
}

interface Spoken extends Words {
  readonly terms: Terms;
}

function isSame(one: Words, other: Words): boolean {
  return (
    one.main?.version === other.main?.version &&
    one.main?.requiredVersion === other.main?.requiredVersion &&
    one.main?.singleton === other.main?.singleton &&
    one.main?.strictVersion === other.main?.strictVersion &&
    one.main?.shareScope === other.main?.shareScope &&
    one.main?.pool === other.main?.pool &&
    one.facts.isProvided === other.facts.isProvided &&
    one.facts.isOwnOnly === other.facts.isOwnOnly &&
    one.facts.imported.length === other.facts.imported.length &&
    one.facts.imported.every((specifier, index) => specifier === other.facts.imported[index]) &&
    one.entryPoints.length === other.entryPoints.length &&
    one.entryPoints.every(({ specifier }, index) => specifier === other.entryPoints[index]?.specifier)
  );
}

function createTerms(
  main: SharedEntryPoint | undefined,
  entryPoints: readonly SharedEntryPoint[],
  { packageName, imported, isProvided, isOwnOnly }: TermsFacts,
): Terms {
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
