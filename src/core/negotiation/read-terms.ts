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

/** Makes a reader. */
export function createTermsReader(): TermsReader {
  const known = new Map<string, Terms>();
  const remember = (key: string, read: () => Omit<Terms, 'question' | 'objections'>): Terms => {
    const same = known.get(key);
    if (same) return same;
    const words = read();
    const { version, shareScope, range, specifiers, singleton, isLoose, isOwnOnly } = words;
    const equalVersion = shareScope === strictShareScope && version;
    const question = [shareScope, equalVersion, range, specifiers, singleton, isLoose, isOwnOnly].join('\n');
    const terms = { ...words, question, objections: new Map() };
    known.set(key, terms);
    return terms;
  };
  return {
    ofRemote(packageName, entryPoints, imported, isProvided, isOwnOnly) {
      const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
      const { version, requiredVersion: range, singleton = false, strictVersion = true, shareScope } = main ?? {};
      const names = entryPoints.length > 1 ? entryPoints.map(({ specifier }) => specifier) : (main?.specifier ?? []);
      const flags = `${singleton}${strictVersion}${isProvided}${isOwnOnly}`;
      const key = `${packageName}\n${version}\n${range}\n${flags}\n${shareScope}\n${names}\n${imported}`;
      return remember(key, () => {
        const shipped = sorted([names].flat());
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
      const key = `${sibling.packageName}\n${sibling.question}\n${range}\n${wanted}\n${isOwnOnly}`;
      return remember(key, () => ({ ...sibling, range, specifiers: wanted, isLoose: false, isOwnOnly }));
    },
  };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
