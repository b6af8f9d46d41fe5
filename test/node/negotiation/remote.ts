import { parseRemoteEntry } from '../../../src/core/parse-remote-entry.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';

/** One entry point of a shared package; singleton and strict unless it says otherwise. */
export interface SharedFacts {
  readonly version?: string;
  readonly range?: string;
  readonly singleton?: boolean;
  readonly strictVersion?: boolean;
  readonly shareScope?: string;
  readonly pool?: string;
  readonly bytes?: number;
  /** npm name → range: what it imports of other shared packages; where one remote tells, it tells of all. */
  readonly imports?: Readonly<Record<string, string>>;
}

/** What is said of a remote beside its packages. */
export interface RemoteFacts {
  readonly provides?: boolean | readonly string[];
  readonly url?: string;
  /** Names of chunks that its files import by name. */
  readonly chunks?: readonly string[];
  /** What its own module imports, if it tells; default: what it shares. */
  readonly uses?: readonly string[];
}

/**
 * The entry of a remote, read as a page reads it: `https://cart.example/`, with the module `./X`.
 *
 * @param shared - By specifier: `'19.2.0 ^19.0.0'`, version and range; or all facts.
 *
 * @example
 * ```ts
 * remote('cart', { react: '19.2.0 ^19.0.0', lit: { version: '3.3.3', singleton: false } });
 * ```
 */
export function remote(
  name: string,
  shared: Readonly<Record<string, string | SharedFacts>> = {},
  { provides = true, url = `https://${name}.example/remoteEntry.json`, chunks, uses }: RemoteFacts = {},
): RemoteEntry {
  const all = Object.entries(shared).map(([specifier, facts]) => [specifier, factsOf(facts)] as const);
  const isTold =
    uses !== undefined || all.some(([, { bytes, imports }]) => bytes !== undefined || imports !== undefined);
  const document = {
    name,
    exposes: [{ key: './X', outFileName: 'X.js' }],
    shared: all.map(([specifier, facts]) => ({
      packageName: specifier,
      outFileName: fileOf(specifier, facts),
      version: facts.version,
      requiredVersion: facts.range,
      singleton: facts.singleton ?? true,
      strictVersion: facts.strictVersion ?? true,
      shareScope: facts.shareScope,
      pool: facts.pool,
    })),
    ...(chunks && { chunks: { all: chunks } }),
    ...(isTold && told(all, uses ?? Object.keys(shared))),
  };
  return parseRemoteEntry(document, url, { name, provides });
}

function factsOf(facts: string | SharedFacts): SharedFacts {
  if (typeof facts !== 'string') return facts;
  const [version = '', ...range] = facts.split(' ');
  return { version, range: range.join(' ') };
}

function fileOf(specifier: string, { version }: SharedFacts): string {
  return `shared/${specifier.replaceAll('/', '_')}@${(version ?? '').replace(/[^\w.-]/g, '_')}/index.js`;
}

function told(all: readonly (readonly [string, SharedFacts])[], uses: readonly string[]): object {
  const module = { bytes: 1000, imports: [], externals: uses, dynamicImports: [] };
  const files = all.map(([specifier, facts]) => {
    const { bytes = 10_000, imports = {} } = facts;
    return [fileOf(specifier, facts), { bytes, imports: [], externals: Object.keys(imports), dynamicImports: [] }];
  });
  const packages = all.map(([specifier, { version = '0.0.0', imports = {} }]) => [
    specifier,
    { version, dependencies: imports },
  ]);
  return { files: Object.fromEntries([...files, ['X.js', module]]), packages: Object.fromEntries(packages) };
}
