import { FederationError } from '../../core/errors.js';
import { besideScript } from '../beside-script.js';
import { importNatively } from '../import-natively.js';
import { ownScript } from '../own-script.js';
import { handOver, type Thorough, type WaitingPage } from './hand-over.js';
import type { importThorough as Import } from './import-thorough.js';

/** Hash of the thorough script that was built together with this one: see scripts/thorough-script.mjs. */
declare const thoroughIntegrity: string;

export const thoroughAddress: string = besideScript('federation-thorough.js');

/**
 * Inserts the thorough script, a classic one, which is what stands for import-thorough.ts in the bundles.
 *
 * It is not imported, for as soon as Firefox has loaded a module it takes no import map. Only where no policy of Trusted
 * Types lets it in is it imported after all: there the map will be refused as well.
 */
export const importThorough: typeof Import = async ({ nonce, trust }) => {
  const page: WaitingPage = document;
  const script = document.createElement('script');
  const thorough = new Promise<Thorough>((take, reject) => {
    page[handOver] = { FederationError, take };
    // If it ran, it has been taken by then, unless it is another file.
    script.onload = script.onerror = () => reject(new Error('the console says why'));
  });
  Object.assign(script, {
    nonce,
    fetchPriority: 'high',
    // As this script itself was fetched. A page that pins it gets what was built together with it, or nothing.
    crossOrigin: ownScript?.crossOrigin ?? 'anonymous',
    referrerPolicy: ownScript?.referrerPolicy ?? '',
    integrity: ownScript?.integrity ? thoroughIntegrity : '',
  });
  try {
    const refusal = trust('createScriptURL', thoroughAddress, (address) => {
      script.src = address;
    });
    if (refusal) await importNatively(thoroughAddress);
    else document.head.append(script);
    return await thorough;
  } finally {
    delete page[handOver];
    script.remove();
  }
};
