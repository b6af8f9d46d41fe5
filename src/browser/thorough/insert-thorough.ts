import { FederationError } from '../../core/errors.js';
import type { Trust } from '../create-trust.js';
import { importNatively } from '../import-natively.js';
import { ownScript } from '../own-script.js';
import { handOver, type Thorough, type WaitingPage } from './hand-over.js';
import type { importThorough as Import, ScriptOptions } from './import-thorough.js';

/** Hash of the thorough script that was built together with this one: see scripts/thorough-script.mjs. */
declare const thoroughIntegrity: string;

/** Beside this script; beside the page, if that is inline. */
export const thoroughAddress: string = new URL(
  'federation-thorough.js',
  ownScript?.src || import.meta.url || document.baseURI,
).href;

/**
 * Inserts the thorough script, a classic one, which is what stands for import-thorough.ts in the bundles.
 *
 * It is not imported, for as soon as Firefox has loaded a module it takes no import map. Only where no policy of Trusted
 * Types lets it in is it imported after all: there the map will be refused as well.
 */
export const importThorough: typeof Import = async (options: ScriptOptions): Promise<Thorough> => {
  const page: WaitingPage = document;
  let thorough: Thorough | undefined;
  page[handOver] = {
    FederationError,
    take(given) {
      thorough = given;
    },
  };
  try {
    await run(options);
  } finally {
    delete page[handOver];
  }
  if (!thorough) throw new Error('it is another script');
  return thorough;
};

async function run({ nonce, trust }: ScriptOptions): Promise<void> {
  const script = document.createElement('script');
  // As this script itself was fetched. A page that pins it gets what was built together with it, or nothing.
  const { crossOrigin, referrerPolicy = '', integrity } = ownScript ?? {};
  Object.assign(script, { nonce, referrerPolicy, fetchPriority: 'high', crossOrigin: crossOrigin ?? 'anonymous' });
  if (integrity) script.integrity = thoroughIntegrity;
  if (!setAddress(script, trust)) {
    await importNatively(thoroughAddress);
    return;
  }
  try {
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error('the browser did not take it, and says why on its console'));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}

/** @returns Whether Trusted Types let the page do so. */
function setAddress(script: HTMLScriptElement, trust: Trust): boolean {
  try {
    trust('createScriptURL', thoroughAddress, (address) => {
      script.src = address;
    });
    return true;
  } catch {
    return false;
  }
}
