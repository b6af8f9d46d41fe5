import { satisfies } from '../../src/core/version.js';
import type { EntryDocument, Pick } from '../../test/node/negotiation/portfolio.js';
import { range } from './range.js';

/** One version of a package, and what it depends on. */
interface Release {
  readonly version: string;
  /** When it was published: its place among all versions. */
  readonly time: number;
  /** npm name → range. */
  readonly dependencies: ReadonlyMap<string, string>;
}

interface Package {
  readonly name: string;
  readonly releases: Release[];
}

/** Versions in the order in which they are published. */
const versions = range(3).flatMap((major) =>
  range(3).flatMap((minor) => [`${17 + major}.${minor}.0`, `${17 + major}.${minor}.3`]),
);

/**
 * Remotes that began alike and drifted apart: each installed each family of packages at a time of its own, and got what
 * was the newest then, as npm would.
 *
 * A family is released in step. All but its first package depend on that one, and maybe on each other: on the very same
 * version, on a caret range or on whatever comes after a version. What a remote accepts is mostly what `npm install`
 * writes, a caret range; in one of ten it is a tilde range, in another one the exact version.
 */
export function createDrifting(pick: Pick, remotes: number, packages: number): EntryDocument[] {
  const families = createFamilies(pick, packages);
  const sizes = new Map<string, number>();
  return range(remotes).map((index) => {
    const installed = new Map(families.flatMap((family) => [...install(family, pick(versions.length))]));
    return createDocument(pick, `remote${index}`, installed, sizes);
  });
}

function createFamilies(pick: Pick, packages: number): Package[][] {
  const families: Package[][] = [];
  for (let count = 0; count < packages; ) {
    const family: Package[] = [];
    const scope = pick(2) === 0 ? '' : `@s${families.length}/`;
    for (const number of range(Math.min(packages - count, 1 + pick(4)))) {
      family.push({ name: `${scope}p${count + number}`, releases: release(pick, family) });
    }
    count += family.length;
    families.push(family);
  }
  return families;
}

/** The versions of one more package of a family. */
function release(pick: Pick, family: readonly Package[]): Release[] {
  const couplings = family
    .filter((_, index) => index === 0 || pick(10) < 3)
    .map(({ name, releases }) => ({ name, releases, style: pick(3) }));
  return [...versions.entries()].flatMap(([time, version]) => {
    const dependencies = new Map<string, string>();
    for (const { name, releases, style } of couplings) {
      const other = releases.findLast((release) => release.time <= time);
      if (!other || (style === 0 && other.time < time)) return [];
      const [major, minor] = other.version.split('.').map(Number) as [number, number];
      dependencies.set(
        name,
        [other.version, `^${major}.${pick(minor + 1)}.0`, `>=${major - pick(2)}.0.0`][style] as string,
      );
    }
    return [{ version, time, dependencies }];
  });
}

/** The newest of each package of a family at one time, of those that go together. */
function install(family: readonly Package[], time: number): Map<string, Release> {
  const installed = new Map<string, Release>();
  for (const { name, releases } of family) {
    const newest = releases.findLast(
      (release) =>
        release.time <= time &&
        [...release.dependencies].every(([other, wanted]) => satisfies(installed.get(other)?.version ?? '', wanted)),
    );
    if (newest) installed.set(name, newest);
  }
  return installed;
}

function createDocument(
  pick: Pick,
  name: string,
  installed: ReadonlyMap<string, Release>,
  sizes: Map<string, number>,
): EntryDocument {
  const fileOf = (packageName: string, version: string): string => `shared/${packageName}@${version}/index.js`;
  const all = [...installed];
  const files = all.map(([packageName, { version, dependencies }]) => {
    const file = fileOf(packageName, version);
    const bytes = sizes.get(file) ?? 1000 * (1 + pick(40));
    sizes.set(file, bytes);
    return [file, { bytes, externals: [...dependencies.keys()] }];
  });
  return {
    name,
    exposes: [{ key: './App', outFileName: 'App.js' }],
    shared: all.map(([packageName, { version }]) => ({
      packageName,
      version,
      requiredVersion: accept(pick, version),
      singleton: true,
      strictVersion: true,
      outFileName: fileOf(packageName, version),
    })),
    packages: Object.fromEntries(
      all.map(([packageName, { version, dependencies }]) => [
        packageName,
        { version, dependencies: Object.fromEntries(dependencies) },
      ]),
    ),
    files: Object.fromEntries([...files, ['App.js', { bytes: 1000, externals: [...installed.keys()] }]]),
  };
}

/** What a package.json says: the caret range of what was installed, or of what was when the range was written. */
function accept(pick: Pick, version: string): string {
  const [major, minor] = version.split('.').map(Number) as [number, number];
  const caret = `^${version}`;
  const older = [`^${major}.${minor}.0`, `^${major}.0.0`, `^${major}.${pick(minor + 1)}.0`];
  return [caret, caret, caret, caret, caret, ...older, `~${version}`, version][pick(10)] as string;
}
