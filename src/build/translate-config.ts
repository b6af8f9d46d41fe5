import { packageNameOf } from '../core/package-name.js';
import { BuildError } from './build-error.js';

/** A config in our own words, and what was heeded in another way than it was written. */
export interface TranslatedConfig {
  /** Not checked yet. */
  readonly value: unknown;
  /** One sentence for each option that changes nothing here, with what to write instead. */
  readonly notes: readonly string[];
}

/** What becomes of an option of Native Federation. */
interface Rule {
  /** Whether its value asks for what this build does anyway. */
  readonly isMet: (value: unknown) => boolean;
  /** What to do instead, where it is not. */
  readonly instead: string;
  /** Whether the build could go on without it, and work. */
  readonly isWish?: boolean;
}

type Rules = Readonly<Record<string, Rule>>;
type Fields = Readonly<Record<string, unknown>>;

const always: Rule = { isMet: () => true, instead: '' };
const isNotFalse = (value: unknown): boolean => value !== false;
const isEmpty = (value: unknown): boolean => Object.keys(value ?? {}).length === 0;
const isForBrowsers = (value: unknown): boolean => (value ?? 'browser') === 'browser';

const forBrowsers: Rule = {
  isMet: isForBrowsers,
  instead: 'Remove it: what is built is for browsers; servers load it through federation-elements/node.',
};
const chunks: Rule = {
  isMet: isNotFalse,
  instead: 'Remove it: parts that entry points have in common are always a file of their own, so that they exist once.',
  isWish: true,
};

const configRules: Rules = {
  $type: always,
  sharedMappingsConfig: always,
  platform: forBrowsers,
  chunks,
  sharedMappings: {
    isMet: isEmpty,
    instead: 'Name those that are to be shared in "shared"; the others are bundled where they are imported.',
    isWish: true,
  },
  externals: {
    isMet: isEmpty,
    instead: 'Name them in "shared", with provide: false where another remote ships them.',
  },
};

const featureRules: Rules = {
  mappingVersion: always,
  integrityHashes: always,
  denseExternals: always,
  // Chunks import each other by relative paths, so that no entry has to list them.
  denseChunking: always,
  synthesizeCjsExports: always,
  ignoreUnusedDeps: {
    isMet: isNotFalse,
    instead: 'Remove it: entry points that nothing imports are not shipped.',
    isWish: true,
  },
};

const sharedRules: Rules = {
  platform: forBrowsers,
  chunks,
  build: always,
  includeSecondaries: always,
  pool: {
    isMet: (value) => value === undefined,
    instead: 'Remove it: which versions belong together is read from the package.json of each package.',
    isWish: true,
  },
  packageInfo: {
    isMet: (value) => value === undefined,
    instead: 'Say where the package is by esbuild: { alias: { … } }, and its version by "version".',
  },
};

/**
 * Puts a config of Native Federation into our words: the options of `withNativeFederation`, or what it returns.
 *
 * Options whose meaning is the same are taken over; those that would change nothing here are noted. Of `share()` and
 * `shareAll()` the version is left out, which they guess from the range: what is installed is what is shipped.
 * A config that is ours already comes back as it is.
 *
 * @param file - The config's file, as errors name it.
 * @throws {@link BuildError} `option-unsupported` for an option that this build would have to break.
 */
export function translateConfig(value: unknown, file: string): TranslatedConfig {
  if (!isFields(value)) return { value, notes: [] };
  const notes = new Set<string>();
  const drop = createDropper(file, notes);
  const { features, ...config } = drop(value, configRules, '');
  const isTheirs = '$type' in value || isPrepared(value.skip);
  const known = isFields(features) ? features : {};
  const unknown = drop(known, featureRules, 'features.');
  return {
    value: {
      ...config,
      ...(features !== undefined && (!isFields(features) || Object.keys(unknown).length > 0) && { features }),
      ...('shared' in config && { shared: translateShared(config.shared, drop, isTheirs) }),
      ...('skip' in config && { skip: translateSkip(config.skip) }),
      ...(known.denseExternals === true && { dense: true }),
      ...(known.integrityHashes === true && { integrity: true }),
    },
    notes: [...notes],
  };
}

type Drop = (fields: Fields, rules: Rules, path: string) => Fields;

/** Takes the options out that have a rule, after it has been heeded. */
function createDropper(file: string, notes: Set<string>): Drop {
  return (fields, rules, path) =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => {
        const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
        if (!rule) return true;
        if (rule.isMet(value)) return false;
        const option = path + name;
        if (!rule.isWish) throw new BuildError('option-unsupported', { file, option, instead: rule.instead });
        // Once, however many packages have it.
        notes.add(`"${option.replace(/\[.*\]/, '[…]')}" changes nothing here. ${rule.instead}`);
        return false;
      }),
    );
}

function translateShared(given: unknown, drop: Drop, isTheirs: boolean): unknown {
  // What fromPackageJson() returns is built when it is asked for.
  const shared = isFields(given) && typeof given.get === 'function' ? given.get() : given;
  if (!isFields(shared)) return shared;
  return Object.fromEntries(
    Object.entries(shared).map(([specifier, options]) => {
      if (!isFields(options)) return [specifier, options];
      const { version, ...rest } = drop(options, sharedRules, `shared["${specifier}"].`);
      const isShipped = !isTheirs && version !== undefined;
      const keepsAll = keepsEntryPoints(options.includeSecondaries, isTheirs) && packageNameOf(specifier) === specifier;
      return [specifier, { ...rest, ...(isShipped && { version }), ...(keepsAll && { keepAll: true }) }];
    }),
  );
}

/** Otherwise exactly the entry points are shared that are imported, whether they were to be listed or not. */
function keepsEntryPoints(includeSecondaries: unknown, isTheirs: boolean): boolean {
  // Of its object only this is left, once it has gone through `withNativeFederation`.
  if (isTheirs) return includeSecondaries === true;
  return isFields(includeSecondaries) && includeSecondaries.keepAll === true;
}

/** As it comes out of `withNativeFederation`; there a text means exactly that specifier, not what is below it. */
interface PreparedSkipList {
  readonly strings: ReadonlySet<string>;
  readonly regexps?: readonly RegExp[];
  readonly functions?: readonly ((specifier: string) => boolean)[];
}

function translateSkip(skip: unknown): unknown {
  if (!isPrepared(skip)) return skip;
  const { strings, regexps = [], functions = [] } = skip;
  return [...(strings.size > 0 ? [(specifier: string) => strings.has(specifier)] : []), ...regexps, ...functions];
}

function isPrepared(skip: unknown): skip is PreparedSkipList {
  return isFields(skip) && skip.strings instanceof Set;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
