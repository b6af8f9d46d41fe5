import type { SharedEntryPoint } from '../remote-entry.js';
import { isVersion } from '../version.js';
import { strictShareScope } from './objection.js';
import type { Terms } from './offer.js';

/** What a remote said of a package, word for word, and what it means. */
interface Said {
  readonly entryPoints: readonly SharedEntryPoint[];
  readonly imported: readonly string[];
  readonly terms: Terms;
}

/** Reads what remotes and copies say of packages; who says the same gets the same object. */
export class TermsReader {
  readonly #byRemotes = new Map<string, Said[]>();
  readonly #byCopies = new Map<string, Terms>();

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
    const said = this.#byRemotes.get(packageName) ?? [];
    // This runs for each package of each remote, so it creates nothing but what is new.
    for (let index = 0; index < said.length; index++) {
      const known = said[index] as Said;
      const { terms } = known;
      if (terms.isProvided !== isProvided || terms.isOwnOnly !== isOwnOnly) continue;
      if (areEqual(known.entryPoints, entryPoints, isSame) && areEqual(known.imported, imported, Object.is)) return terms;
    }
    const terms = complete(readTerms(packageName, entryPoints, imported, isProvided, isOwnOnly));
    said.push({ entryPoints, imported, terms });
    this.#byRemotes.set(packageName, said);
    return terms;
  }

  /** What a copy says of what its remote ships beside it on terms of its own. Its range is never only a wish. */
  ofCopy(sibling: Terms, range: string | undefined, specifiers: readonly string[], isOwnOnly: boolean): Terms {
    const asked = { ...sibling, range, specifiers: sorted(specifiers), isLoose: false, isOwnOnly };
    const words = [asked.packageName, sibling.question, range, asked.specifiers, isOwnOnly].join('\n');
    const terms = this.#byCopies.get(words) ?? complete(asked);
    this.#byCopies.set(words, terms);
    return terms;
  }
}

function complete(said: Omit<Terms, 'question' | 'objections'>): Terms {
  const { version, shareScope, range, specifiers, singleton, isLoose, isOwnOnly } = said;
  const equalVersion = shareScope === strictShareScope && version;
  const question = [shareScope, equalVersion, range, specifiers, singleton, isLoose, isOwnOnly].join('\n');
  return { ...said, question, objections: new Map() };
}

function mainOf(packageName: string, entryPoints: readonly SharedEntryPoint[]): SharedEntryPoint | undefined {
  return entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
}

function readTerms(
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

function isSame(one: SharedEntryPoint, other: SharedEntryPoint): boolean {
  return (
    one.specifier === other.specifier &&
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion &&
    one.shareScope === other.shareScope
  );
}

function areEqual<Item>(
  some: readonly Item[],
  others: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index++)
    if (!isSame(some[index] as Item, others[index] as Item)) return false;
  return true;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
