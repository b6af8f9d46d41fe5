import type { Agreement, Copy } from '../agreement.js';
import { urlsOf } from './copy-files.js';
import type { Offer } from './offer.js';

/** The copies in use, by the offer of the remote that ships them; those in use before are the same objects. */
export function createCopies(used: readonly Offer[], committed: Agreement | undefined): Map<Offer, Copy> {
  const old = new Map((committed?.packages ?? []).flatMap(({ copies }) => copies).map((copy) => [keyOf(copy), copy]));
  const copies = new Map<Offer, Copy>();
  // Copies may import each other, so all must be there before they are linked.
  const links: (() => void)[] = [];
  for (const offer of used) {
    const dependencies = new Map<string, Copy>();
    const copy = createCopy(offer, dependencies);
    const known = old.get(keyOf(copy));
    copies.set(offer, known ?? copy);
    if (known) continue;
    links.push(() => {
      for (const { wish, choice } of offer.demands) {
        dependencies.set(wish.packageName, copies.get(choice.copy as Offer) as Copy);
      }
    });
  }
  for (const link of links) link();
  return copies;
}

function keyOf({ provider, packageName }: Copy): string {
  return `${provider}\n${packageName}`;
}

function createCopy(offer: Offer, dependencies: ReadonlyMap<string, Copy>): Copy {
  const { terms, participant, entryPoints, demands } = offer;
  return {
    packageName: terms.packageName,
    version: terms.version,
    provider: participant.entry.name,
    entryPoints: new Map(entryPoints.map(({ specifier, file }) => [specifier, participant.entry.base + file])),
    imports: demands.flatMap(({ wish }) => wish.specifiers),
    dependencies,
    scopes: demands.length > 0 && !offer.isTied ? scopesOf(offer) : [],
  };
}

/** Where the imports of a copy are mapped: its folder, if no other known file is in it, else its files. */
function scopesOf({ participant, entryPoints, files }: Offer): string[] {
  const { entry } = participant;
  const urls = files ? [...files.urls].sort() : urlsOf(entry, entryPoints);
  const folder = (urls[0] ?? '').replace(/[^/]*$/, '');
  const others = [...entry.files.keys(), ...urlsOf(entry, entry.shared), ...entry.exposes.map(({ url }) => url)];
  const isApart = others.every((url) => url.startsWith(folder) === (files?.urls.has(url) ?? false));
  return isApart ? [folder] : urls;
}
