import type { Agreement, Copy, Decision, PackageAgreement } from '../agreement.js';
import type { NegotiationOptions } from '../negotiate.js';
import { arrive } from '../negotiation/arrive.js';
import { readFiles, urlsOf } from '../negotiation/copy-files.js';
import { packageNameOf } from '../package-name.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { chooseCopy } from './choose-copy.js';
import { pointsOf, toPlainPackages } from './plain-packages.js';
import { isInPlainRange, readPlainVersion } from './plain-range.js';
import { plainReasons } from './plain-reasons.js';
import { plainly, unusual } from './plainly.js';

/**
 * The agreement of a page on which everybody plainly can use the same copy of each package: most pages.
 *
 * Every answer uses one copy of each package at least, and here it is one, smaller than any two others: so no answer
 * has fewer bytes, whatever depends on what.
 *
 * @returns `undefined` if that is not plain at a glance: then the negotiation has to find out.
 *
 * Runs anywhere: pure.
 */
export function agreePlainly(entries: readonly RemoteEntry[], options: NegotiationOptions): Agreement | undefined {
  return plainly(() => agree(entries, options));
}

function agree(entries: readonly RemoteEntry[], { host, prefer, committed, order }: NegotiationOptions): Agreement {
  if (committed || prefer === 'newest') unusual();
  const present = arrive(entries, host, committed, order);
  const packages = toPlainPackages(present);
  const providers = new Map<string, RemoteEntry>();
  for (const [packageName, shared] of packages) {
    providers.set(packageName, present[chooseCopy(shared, present[0] === host)] as RemoteEntry);
  }
  const copies = linkCopies(providers);
  if (present.some((entry) => isInWay(entry, copies))) unusual();
  const names = [...packages.keys()].sort();
  return {
    entries: present,
    arrivals: [present.length],
    packages: names.map((name) => describe(copies.get(name) as Copy, present, host)),
    warnings: [],
    failures: new Map(),
  };
}

/** Whether a module that a remote exposes is an entry point of a package, too. */
function isInWay({ name, exposes }: RemoteEntry, copies: ReadonlyMap<string, Copy>): boolean {
  const copy = copies.get(packageNameOf(`${name}/`));
  return copy !== undefined && exposes.some(({ key }) => copy.entryPoints.has(name + key.slice(1)));
}

/**
 * The copies that the page uses, by npm name.
 *
 * @param providers - Who ships them.
 * @throws TypeError if one does not plainly accept another that it imports.
 */
function linkCopies(providers: ReadonlyMap<string, RemoteEntry>): ReadonlyMap<string, Copy> {
  const copies = new Map<string, Copy & { readonly dependencies: Map<string, Copy> }>();
  for (const [packageName, entry] of providers) {
    const points = pointsOf(entry, packageName);
    copies.set(packageName, {
      packageName,
      version: points[0]?.version,
      provider: entry.name,
      entryPoints: new Map(points.map(({ specifier, file }) => [specifier, entry.base + file])),
      imports: importsOf(entry, points),
      dependencies: new Map(),
      // Everybody on the page resolves alike.
      scopes: [],
    });
  }
  // Copies may import each other, so all must be there before they are linked.
  for (const { packageName, provider, imports, dependencies } of copies.values()) {
    const ranges = providers.get(packageName)?.packages.get(packageName)?.dependencies;
    for (const name of imports.map(packageNameOf)) {
      const copy = copies.get(name) as Copy;
      dependencies.set(name, copy);
      // What the remote that ships the copy says of the other has been heard already.
      const range = copy.provider === provider ? undefined : ranges?.get(name);
      if (range !== undefined && !isInPlainRange(readPlainVersion(copy.version), range)) unusual();
    }
  }
  return copies;
}

/**
 * What the files of a copy import of shared packages, sorted. Where another tool tells nothing of its files, that is
 * whatever its remote ships of the npm scope, and of the package itself if it has several entry points.
 *
 * @throws TypeError if the entry tells of other files only.
 */
function importsOf(entry: RemoteEntry, points: readonly SharedEntryPoint[]): readonly string[] {
  if (entry.files.size > 0) return [...(readFiles(entry, urlsOf(entry, points)) ?? unusual()).imports].sort();
  const { packageName } = points[0] as SharedEntryPoint;
  const npmScope = /^@[^/]+\//.exec(packageName)?.[0];
  const likely = entry.shared.filter(({ packageName: other }) =>
    other === packageName ? points.length > 1 : npmScope && other.startsWith(npmScope),
  );
  return likely.map(({ specifier }) => specifier).sort();
}

/** Puts into words who uses a copy, and why; the many decisions only when somebody reads them. */
function describe(copy: Copy, entries: readonly RemoteEntry[], host: RemoteEntry | undefined): PackageAgreement {
  let decisions: readonly Decision[] | undefined;
  return {
    packageName: copy.packageName,
    shareScope: undefined,
    copies: [copy],
    get decisions() {
      decisions ??= decide(copy, entries, host);
      return decisions;
    },
  };
}

function decide(copy: Copy, entries: readonly RemoteEntry[], host: RemoteEntry | undefined): readonly Decision[] {
  const { packageName, version, provider } = copy;
  const users = entries.filter(({ shared }) => shared.some((point) => point.packageName === packageName));
  const reasonOf = (entry: RemoteEntry): keyof typeof plainReasons => {
    if (entry === host) return 'host';
    if (users.length === 1) return 'only-copy';
    return entry.name === provider ? 'own-shared' : 'shared';
  };
  return users.map((entry) => {
    const { name } = entry;
    const points = pointsOf(entry, packageName);
    const given =
      name === provider ? `keeps ${packageName} ${version}` : `gets ${packageName} ${version} of ${provider}`;
    const reason = reasonOf(entry);
    const ending = plainReasons[reason](points[0]?.requiredVersion ?? '*');
    const specifiers = points.map(({ specifier }) => specifier).sort();
    return { consumer: name, copy, specifiers, reason, sentence: `${name} ${given}: ${ending}` };
  });
}
