import type { CopyFiles } from './copy-files.js';
import type { Offer, Participant } from './offer.js';

/**
 * Marks the copies whose files belong to other copies of their remote, too, or to its own modules.
 *
 * A file can be wired in one way only, so such a copy sees what its remote sees.
 *
 * @param exposed - The files of the remote's own modules, as far as they are known.
 */
export function tieCopies({ offers }: Participant, exposed: CopyFiles | undefined): void {
  const holders = new Map<string, Offer[]>([...(exposed?.urls ?? [])].map((url) => [url, []]));
  for (const offer of offers) {
    for (const url of offer.files?.urls ?? []) {
      const others = holders.get(url);
      for (const holder of others ? [offer, ...others] : []) holder.isTied = true;
      holders.set(url, [offer, ...(others ?? [])]);
    }
  }
}
