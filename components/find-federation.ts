import { whenFederation } from '../src/browser/create-federation.js';
import type { Federation } from '../src/browser/federation-api.js';
import { hostMissing } from '../src/browser/host-missing.js';
import { settleWithin } from '../src/browser/settle-within.js';

/** Milliseconds that a remote waits for a host once the document is parsed: enough for a framework to render one. */
export const hostPatience = 1000;

/**
 * The federation of the document, whichever host or script starts it, and whenever it does.
 *
 * @param remote - For the message.
 * @throws {@link FederationError} `host-missing`, {@link hostPatience} after the document was parsed.
 */
export async function findFederation(remote: string, signal: AbortSignal): Promise<Federation> {
  const found = await settleWithin(Promise.race([whenFederation(document), whenMissing()]), signal);
  if (found) return found;
  throw hostMissing(remote, hostPatience);
}

/** When a host should have been there. */
async function whenMissing(): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, hostPatience));
}
