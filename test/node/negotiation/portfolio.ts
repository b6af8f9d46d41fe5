import { parseRemoteEntry } from '../../../src/core/parse-remote-entry.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { satisfies } from '../../../src/core/version.js';

/** A whole number from 0 to below `count`. */
export type Pick = (count: number) => number;

/** How large a random portfolio is, and what it may hold. */
export interface PortfolioOptions {
  readonly remotes: number;
  readonly packages: number;
  /** Whether some remotes are built by tools that tell nothing of packages and files. */
  readonly foreign?: boolean;
  /** Whether flags differ: share scopes, non-singletons, wishes, what is provided. */
  readonly flags?: boolean;
  /** How likely a remote has a package, in tenths; default 7. */
  readonly density?: number;
  /** Whether all tell the sizes of their files; default `true`. */
  readonly sizes?: boolean;
}

/** One package as it is on npm: its versions, and what each of them depends on. */
interface Release {
  readonly version: string;
  /** npm name → range. */
  readonly dependencies: ReadonlyMap<string, string>;
}

type Registry = ReadonlyMap<string, readonly Release[]>;

type SharedDocument = Record<string, unknown> & { packageName: string };

/** The document of a remote entry, as a build writes it. */
export interface EntryDocument {
  readonly name: string;
  readonly exposes: readonly { readonly key: string; readonly outFileName: string }[];
  readonly shared: readonly SharedDocument[];
  readonly packages?: Record<string, unknown>;
  readonly files?: Record<string, unknown>;
  readonly chunks?: Record<string, unknown>;
  readonly provides?: boolean;
}

/** Remotes of which each ships what npm could have installed together. */
export function createDocuments(pick: Pick, options: PortfolioOptions): EntryDocument[] {
  const registry = createRegistry(pick, options);
  const flags = new Map([...registry.keys()].map((name) => [name, createFlags(pick, options.flags ?? false)]));
  const sizes = new Map<string, number>();
  return Array.from({ length: options.remotes }, (_, index) => {
    const lineUp = install(pick, registry, options.density ?? 7);
    return createDocument(`r${String(index).padStart(2, '0')}`, lineUp, { pick, flags, sizes, options });
  });
}

/** The same, read as the page reads them. */
export function createPortfolio(pick: Pick, options: PortfolioOptions): RemoteEntry[] {
  return createDocuments(pick, options).map((document) => readDocument(document));
}

/** Reads a document as if it came from a host of the remote's name. */
function readDocument(document: EntryDocument): RemoteEntry {
  const { provides = true } = document;
  return parseRemoteEntry(document, `https://${document.name}.example/remoteEntry.json`, { provides });
}

/** Packages p0, p1, …, each of which may depend on earlier ones: on the very same version, on a caret or a wide range. */
function createRegistry(pick: Pick, { packages }: PortfolioOptions): Registry {
  const registry = new Map<string, readonly Release[]>();
  const names = Array.from({ length: packages }, (_, index) => `${pick(3) === 0 ? '' : `@s${pick(2)}/`}p${index}`);
  for (const [index, name] of names.entries()) {
    const couplings = names.slice(0, index).flatMap((other) => (pick(10) < 3 ? [[other, pick(3)] as const] : []));
    const releases = createVersions(pick).map((version): Release => {
      const [major = '0', minor = '0'] = version.split('.');
      const styles = [`${version}`, `^${major}.${pick(Number(minor) + 1)}.0`, `>=${major}.0.0`];
      return { version, dependencies: new Map(couplings.map(([other, style]) => [other, styles[style] as string])) };
    });
    registry.set(name, releases);
  }
  return registry;
}

const versionList = [17, 18, 19].flatMap((major) =>
  [0, 1, 2].flatMap((minor) => [`${major}.${minor}.0`, `${major}.${minor}.3`]),
);
const preReleases = ['18.2.0-rc.1', '19.3.0-canary.2'];

function createVersions(pick: Pick): string[] {
  const chosen = versionList.filter(() => pick(3) > 0);
  return [...chosen, ...preReleases.filter(() => pick(6) === 0), '18.1.0'].filter(unique);
}

/** What npm might install: each package at a version that accepts those that are there already. */
function install(pick: Pick, registry: Registry, density: number): Map<string, Release> {
  const installed = new Map<string, Release>();
  for (const [name, releases] of registry) {
    if (pick(10) >= density) continue;
    const fitting = releases.filter(({ dependencies }) =>
      [...dependencies].every(([other, range]) => satisfies(installed.get(other)?.version ?? '', range)),
    );
    const release = fitting[pick(fitting.length || 1)];
    if (release) installed.set(name, release);
  }
  return installed;
}

interface Flags {
  readonly singleton: boolean;
  readonly strictVersion: boolean;
  readonly shareScope?: string;
}

function createFlags(pick: Pick, isMixed: boolean): Flags {
  if (!isMixed) return { singleton: true, strictVersion: true };
  const singleton = pick(4) > 0;
  return {
    singleton,
    strictVersion: pick(4) > 0,
    ...(pick(5) === 0 && { shareScope: ['strict', 'team'][pick(2)] as string }),
  };
}

interface Surroundings {
  readonly pick: Pick;
  readonly flags: ReadonlyMap<string, Flags>;
  /** Bytes of each version of a package, which are the same wherever it is built. */
  readonly sizes: Map<string, number>;
  readonly options: PortfolioOptions;
}

function createDocument(name: string, lineUp: ReadonlyMap<string, Release>, surroundings: Surroundings): EntryDocument {
  const { pick, options } = surroundings;
  const shared: SharedDocument[] = [];
  const files: Record<string, unknown> = {};
  const packages: Record<string, unknown> = {};
  for (const [packageName, release] of lineUp) {
    const dependencies = Object.fromEntries([...release.dependencies].filter(([other]) => lineUp.has(other)));
    packages[packageName] = { version: release.version, dependencies };
    addPackage(packageName, release.version, Object.keys(dependencies), shared, files, surroundings);
  }
  const exposed = `X-${name}.js`;
  const imports = shared.map(({ packageName }) => packageName);
  files[exposed] = { bytes: 1000, imports: [], externals: imports, dynamicImports: [] };
  const document = { name, exposes: [{ key: './X', outFileName: exposed }], shared };
  const provides = !(options.flags && pick(8) === 0);
  if (!options.foreign || pick(2) === 0) return { ...document, provides, packages, files };
  // Other tools list the chunks that their files import by name.
  const chunks = pick(2) === 0 ? { chunks: { shared: ['chunk-A.js'] } } : {};
  if (pick(3) === 0) for (const item of shared) item.pool = 'all';
  return { ...document, ...chunks, provides };
}

function addPackage(
  packageName: string,
  version: string,
  dependencies: readonly string[],
  shared: SharedDocument[],
  files: Record<string, unknown>,
  { pick, flags, sizes, options }: Surroundings,
): void {
  const folder = `shared/${packageName}@${version}/`;
  const known = sizes.get(folder) ?? 1000 * (1 + pick(40));
  sizes.set(folder, known);
  const requiredVersion = requiredFor(pick, version, options.flags ?? false);
  const facts = { requiredVersion, ...flags.get(packageName), version };
  const points = [packageName, ...[`${packageName}/a`, `${packageName}/b`].filter(() => pick(8) === 0)];
  for (const specifier of points) {
    const outFileName = `${folder}${specifier.slice(packageName.length + 1) || 'index'}.js`;
    shared.push({ packageName: specifier, outFileName, ...facts });
    const externals = specifier === packageName ? dependencies : [packageName];
    // All entry points weigh the same together, so that who ships more of them is not who ships less.
    files[outFileName] = { bytes: known, imports: [`${folder}chunk.js`], externals, dynamicImports: [] };
  }
  files[`${folder}chunk.js`] = { bytes: 10 + pick(3), imports: [], externals: dependencies, dynamicImports: [] };
}

function requiredFor(pick: Pick, version: string, isMixed: boolean): string {
  const [major, minor] = version.split('.');
  const ranges = [`^${version}`, `^${version}`, `~${version}`, `^${major}.0.0`, `>=${major}.${minor}.0`, version];
  const odd = ['', 'latest', '*', `>=${Number(major) + 1}.0.0`];
  return isMixed && pick(20) === 0 ? (odd[pick(odd.length)] as string) : (ranges[pick(ranges.length)] as string);
}

function unique<Item>(item: Item, index: number, all: readonly Item[]): boolean {
  return all.indexOf(item) === index;
}
