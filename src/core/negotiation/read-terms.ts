import type { ConsumedPackage, SharedEntryPoint } from '../remote-entry.js';
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
  /** By package, then by version. */
  readonly #byRemotes = new Map<string, Map<string | undefined, Said[]>>();
  readonly #byCopies = new Map<string, Terms>();
  readonly #lastOfCopies = new Map<Terms, Terms>();
  readonly #lists = new Map<string, readonly string[]>();

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
    const version = entryPoints[0]?.version;
    const byVersion = this.#byRemotes.get(packageName) ?? new Map<string | undefined, Said[]>();
    const said = byVersion.get(version) ?? [];
    // This runs for each package of each remote, so it creates nothing but what is new.
    for (let index = 0; index < said.length; index++) {
      const known = said[index] as Said;
      const { terms } = known;
      if (terms.isProvided !== isProvided || terms.isOwnOnly !== isOwnOnly) continue;
      if (areEqual(known.entryPoints, entryPoints, isSame) && areEqual(known.imported, imported, Object.is))
        return terms;
    }
    const shipped = this.#listOf(entryPoints.map(specifierOf));
    const specifiers = imported.length > 0 ? this.#listOf([...shipped, ...imported]) : shipped;
    const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
    const terms = complete({ packageName, ...flagsOf(main), specifiers, shipped, isProvided, isOwnOnly });
    said.push({ entryPoints, imported, terms });
    this.#byRemotes.set(packageName, byVersion.set(version, said));
    return terms;
  }

  /** What a remote says of a package that it has from others. */
  ofConsumer(packageName: string, wanted: ConsumedPackage, imported: readonly string[], isOwnOnly: boolean): Terms {
    const specifiers = this.#listOf(imported);
    return complete({ packageName, ...flagsOf(wanted), specifiers, shipped: [], isProvided: false, isOwnOnly });
  }

  /** What a copy says of what its remote ships beside it on terms of its own. Its range is never only a wish. */
  ofCopy(sibling: Terms, range: string | undefined, specifiers: readonly string[], isOwnOnly: boolean): Terms {
    // Where many copies of a remote are coupled, all say the same of each other.
    const last = this.#lastOfCopies.get(sibling);
    if (last && last.range === range && last.specifiers === specifiers && last.isOwnOnly === isOwnOnly) return last;
    const asked = { ...sibling, range, specifiers: this.#listOf(specifiers), isLoose: false, isOwnOnly };
    const words = [asked.packageName, sibling.question, range, asked.specifiers, isOwnOnly].join('\n');
    const terms = this.#byCopies.get(words) ?? complete(asked);
    this.#byCopies.set(words, terms);
    this.#lastOfCopies.set(sibling, terms);
    return terms;
  }

  /** Names sorted, each once; equal ones are the same object. */
  #listOf(names: readonly string[]): readonly string[] {
    const list = [...new Set(names)].sort();
    const words = list.join('\n');
    const known = this.#lists.get(words) ?? list;
    this.#lists.set(words, known);
    return known;
  }
}

function complete(said: Omit<Terms, 'question' | 'objections'>): Terms {
  const { version, shareScope, range, specifiers, singleton, isLoose, isOwnOnly } = said;
  const equalVersion = shareScope === strictShareScope && version;
  const question = [shareScope, equalVersion, range, specifiers, singleton, isLoose, isOwnOnly].join('\n');
  return { ...said, question, objections: new Map() };
}

type Flags = Pick<Terms, 'version' | 'range' | 'singleton' | 'isLoose' | 'shareScope'>;

/** What the entry point that speaks for the others says; without one the remote brings nothing, and insists on nothing. */
function flagsOf(main: Partial<SharedEntryPoint> | undefined): Flags {
  const { version, requiredVersion: range, singleton = false, strictVersion = true, shareScope } = main ?? {};
  const isReadable = version !== undefined && isVersion(version);
  return {
    version: isReadable ? version : undefined,
    range,
    singleton,
    isLoose: singleton && !strictVersion,
    shareScope,
  };
}

function specifierOf({ specifier }: SharedEntryPoint): string {
  return specifier;
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
