import type { Agreement, Copy } from '../agreement.js';
import type { Packages } from './families.js';
import type { Offer } from './offer.js';

/** The copies in use, by the offer of the remote that ships them; those in use before are the same objects. */
export function createCopies(packages: Packages, committed: Agreement | undefined): Map<Offer, Copy> {
  const old = new Map<string, Copy>();
  for (const { copies } of committed?.packages ?? [])
    for (const copy of copies) old.set(keyOf(copy.provider, copy), copy);
  const copies = new Map<Offer, Copy>();
  const unlinked: [Map<string, Copy>, ReadonlyMap<string, Offer>][] = [];
  for (const offer of [...packages.values()].flat()) {
    if (!offer.wired) continue;
    const provider = offer.participant.entry.name;
    const known = old.get(keyOf(provider, offer.terms));
    const dependencies = new Map<string, Copy>();
    copies.set(offer, known ?? createCopy(offer, provider, dependencies));
    if (!known) unlinked.push([dependencies, offer.wired]);
  }
  // Copies may import each other, so all must be there before they are linked.
  for (const [dependencies, targets] of unlinked) {
    for (const [name, target] of targets) dependencies.set(name, copies.get(target) as Copy);
  }
  return copies;
}

function keyOf(provider: string, { packageName }: Pick<Copy, 'packageName'>): string {
  return `${provider}\n${packageName}`;
}

function createCopy(offer: Offer, provider: string, dependencies: ReadonlyMap<string, Copy>): Copy {
  const { terms, entryPoints, needs } = offer;
  const { packageName, version } = terms;
  return {
    packageName,
    version,
    provider,
    entryPoints: new Map(entryPoints.map(({ specifier, url }) => [specifier, url])),
    imports: needs.flatMap(({ specifiers }) => specifiers),
    dependencies,
    scopes: needs.length > 0 ? scopesOf(offer) : [],
  };
}

/** Where the imports of a copy can be mapped apart from those of its remote. */
function scopesOf({ participant, entryPoints, files, isTied }: Offer): string[] {
  if (isTied) return [];
  const { entry } = participant;
  const urls = files ? [...files.urls] : entryPoints.map(({ url }) => url);
  const folder = commonFolder(urls);
  if (!files || folder === entry.base) return urls.sort();
  const others = [...entry.files.keys(), ...[...entry.shared, ...entry.exposes].map(({ url }) => url)];
  return others.every((url) => !url.startsWith(folder) || files.urls.has(url)) ? [folder] : urls.sort();
}

/** The deepest folder that holds all of some files, with its slash. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every((url) => url.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
