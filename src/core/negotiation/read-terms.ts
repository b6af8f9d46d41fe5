import type { SharedEntryPoint } from '../remote-entry.js';
import { isVersion } from '../version.js';
import { strictShareScope } from './objection.js';
import type { Terms } from './offer.js';

/** Reads what remotes and copies say; who says the same gets the same object. */
export interface TermsReader {
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
  ): Terms;
  /** What a copy says of what its remote ships beside it on terms of its own. Its range is never only a wish. */
  ofCopy(sibling: Terms, range: string | undefined, specifiers: readonly string[], isOwnOnly: boolean): Terms;
}

/** What was said, word for word. */
type Words = readonly (string | number | undefined)[];

/** Makes a reader. */
export function createTermsReader(): TermsReader {
  const said = new Map<string, { readonly words: Words; readonly terms: Terms }[]>();
  const remember = (packageName: string, words: Words, read: () => Omit<Terms, 'question' | 'objections'>): Terms => {
    const known = said.get(packageName) ?? [];
    for (const other of known) if (isSame(other.words, words)) return other.terms;
    const terms = read();
    const { version, shareScope, range, specifiers, singleton, isLoose, isOwnOnly } = terms;
    const equalVersion = shareScope === strictShareScope && version;
    const question = [shareScope, equalVersion, range, specifiers, singleton, isLoose, isOwnOnly].join('\n');
    known.push({ words, terms: { ...terms, question, objections: new Map() } });
    said.set(packageName, known);
    return known.at(-1)?.terms as Terms;
  };
  return {
    ofRemote(packageName, entryPoints, imported, isProvided, isOwnOnly) {
      const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
      const { version, requiredVersion: range, singleton = false, strictVersion = true, shareScope } = main ?? {};
      const names = entryPoints.length > 1 ? entryPoints.map(({ specifier }) => specifier).join() : main?.specifier;
      const flags = +singleton + 2 * +strictVersion + 4 * +isProvided + 8 * +isOwnOnly;
      return remember(packageName, [version, range, names, shareScope, flags, imported.join()], () => {
        const shipped = sorted(entryPoints.map(({ specifier }) => specifier));
        const specifiers = sorted([...shipped, ...imported]);
        return {
          packageName,
          version: version !== undefined && isVersion(version) ? version : undefined,
          range,
          singleton,
          isLoose: singleton && !strictVersion,
          shareScope,
          specifiers: specifiers.length > shipped.length ? specifiers : shipped,
          shipped,
          isProvided,
          isOwnOnly,
        };
      });
    },
    ofCopy(sibling, range, specifiers, isOwnOnly) {
      const wanted = sorted(specifiers);
      const words = [sibling.question, range, wanted.join(), `${isOwnOnly}`];
      return remember(sibling.packageName, words, () => {
        return { ...sibling, range, specifiers: wanted, isLoose: false, isOwnOnly };
      });
    },
  };
}

/** This runs for each package of each remote, so it creates nothing. */
function isSame(one: Words, other: Words): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return one.length === other.length;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
