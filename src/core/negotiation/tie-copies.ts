import type { CopyFiles } from './copy-files.js';
import type { Offer, Participant } from './offer.js';

/**
 * Marks the copies whose files belong to other copies of their remote, too, or to its own modules.
 *
 * A file can be wired in one way only, so such a copy sees what its remote sees. Where another tool built a remote, any
 * of its files may import its chunks.
 *
 * @param exposed - The files of the remote's own modules, as far as they are known.
 */
export function tieCopies({ entry, offers }: Participant, exposed: CopyFiles | undefined): void {
  const owners = new Map<string, Offer | 'modules'>();
  for (const url of exposed?.urls ?? []) owners.set(url, 'modules');
  for (const offer of offers.values()) {
    if (!offer.files) offer.isTied = entry.chunks.size > 0;
    else for (const url of offer.files.urls) tie(owners, url, offer);
  }
}

function tie(owners: Map<string, Offer | 'modules'>, url: string, offer: Offer): void {
  const owner = owners.get(url);
  owners.set(url, owner ?? offer);
  if (owner === undefined || owner === offer) return;
  offer.isTied = true;
  if (owner !== 'modules') owner.isTied = true;
}
