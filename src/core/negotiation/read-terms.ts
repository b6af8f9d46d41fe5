import type { SharedEntryPoint } from '../remote-entry.js';
import { isVersion } from '../version.js';
import { strictShareScope } from './objection.js';
import type { Terms } from './offer.js';

/** What was said, word for word. */
type Words = readonly (string | number | undefined)[];

/** Reads what remotes and copies say of packages; who says the same gets the same object. */
export class TermsReader {
  readonly #known = new Map<string, { readonly words: Words; readonly terms: Terms }[]>();

  /**
   * What a remote says of a package.
   *
   * @param entryPoints - What it ships; the package's own entry point speaks for the others.
   * @param imported - What its own modules import of the package, as far as is known.
   */
  ofRemote(
    packageName: string,
    entryPoints: readonly SharedEntryPoint[],
    imported: readonly string[],
    isProvided: boolean,
    isOwnOnly: boolean,
  ): Terms {
    const main = mainOf(packageName, entryPoints);
    const names = entryPoints.length === 1 ? main?.specifier : namesOf(entryPoints).join();
    const flags =
      (main?.singleton ? 1 : 0) + (main?.strictVersion ? 2 : 0) + (isProvided ? 4 : 0) + (isOwnOnly ? 8 : 0);
    const words = [main?.version, main?.requiredVersion, names, main?.shareScope, flags, imported.join()];
    return (
      this.#find(packageName, words) ??
      this.#add(words, createTerms(packageName, entryPoints, imported, isProvided, isOwnOnly))
    );
  }

  /** What a copy says of what its remote ships beside it on terms of its own. Its range is never only a wish. */
  ofCopy(sibling: Terms, range: string | undefined, specifiers: readonly string[], isOwnOnly: boolean): Terms {
    const wanted = sorted(specifiers);
    const words = [sibling.question, range, wanted.join(), Number(isOwnOnly)];
    return (
      this.#find(sibling.packageName, words) ??
      this.#add(words, { ...sibling, range, specifiers: wanted, isLoose: false, isOwnOnly })
    );
  }

  // This runs for each package of each remote, so it creates nothing.
  #find(packageName: string, words: Words): Terms | undefined {
    for (const said of this.#known.get(packageName) ?? []) if (isSame(said.words, words)) return said.terms;
    return undefined;
  }

  #add(words: Words, said: Omit<Terms, 'question' | 'objections'>): Terms {
    const { packageName, version, shareScope, range, specifiers, singleton, isLoose, isOwnOnly } = said;
    const equalVersion = shareScope === strictShareScope && version;
    const question = [shareScope, equalVersion, range, specifiers, singleton, isLoose, isOwnOnly].join('\n');
    const terms = { ...said, question, objections: new Map() };
    const known = this.#known.get(packageName) ?? [];
    known.push({ words, terms });
    this.#known.set(packageName, known);
    return terms;
  }
}

function mainOf(packageName: string, entryPoints: readonly SharedEntryPoint[]): SharedEntryPoint | undefined {
  return entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
}

function createTerms(
  packageName: string,
  entryPoints: readonly SharedEntryPoint[],
  imported: readonly string[],
  isProvided: boolean,
  isOwnOnly: boolean,
): Omit<Terms, 'question' | 'objections'> {
  const main = mainOf(packageName, entryPoints);
  const { version, requiredVersion, singleton = false, strictVersion = true, shareScope } = main ?? {};
  const shipped = sorted(namesOf(entryPoints));
  const specifiers = sorted([...shipped, ...imported]);
  return {
    packageName,
    version: version !== undefined && isVersion(version) ? version : undefined,
    range: requiredVersion,
    singleton,
    isLoose: singleton && !strictVersion,
    shareScope,
    specifiers: specifiers.length > shipped.length ? specifiers : shipped,
    shipped,
    isProvided,
    isOwnOnly,
  };
}

function namesOf(entryPoints: readonly SharedEntryPoint[]): string[] {
  return entryPoints.map(({ specifier }) => specifier);
}

function isSame(one: Words, other: Words): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return one.length === other.length;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
