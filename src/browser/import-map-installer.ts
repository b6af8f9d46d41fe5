import type { ImportMap } from '../core/import-map.js';

/** The part of the Trusted Types API that is needed; TypeScript's library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string };
}

/** Puts an import map into the document. Resolves to `undefined`, or to the reason why the browser rejected it. */
export type InstallImportMap = (map: ImportMap) => Promise<string | undefined>;

/**
 * Makes the one function of a page that adds import maps.
 *
 * The Trusted Types policy, if the browser has those, accepts nothing but the very text that is being installed, so
 * it is of no use to anybody else. A browser rejects a map by an event that it queues while the script is inserted:
 * Firefox, and older versions of the others, by `error`, once a module has been loaded; a Content-Security-Policy
 * without the right nonce by `securitypolicyviolation`. No module is loaded to find out: in Firefox that would be
 * what makes it reject every map.
 *
 * @param nonce - For the Content-Security-Policy.
 * @param policyName - Name of the Trusted Types policy.
 */
export function createImportMapInstaller(nonce: string, policyName: string): InstallImportMap {
  let installing: string | undefined;
  const createScript = (text: string): string => {
    if (text !== installing) throw new TypeError('Only import maps of this federation are trusted.');
    return text;
  };
  let policy = { createScript };
  let refusal: unknown;
  try {
    policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(policyName, policy) ?? policy;
  } catch (error) {
    // Not allowed, or made before: it may not be needed either, which the assignment below tells.
    refusal = error;
  }
  return async (map) => {
    const script = document.createElement('script');
    script.type = 'importmap';
    script.nonce = nonce;
    installing = JSON.stringify(map);
    try {
      script.textContent = policy.createScript(installing);
    } catch (error) {
      return String(refusal ?? error);
    }
    installing = undefined;
    const channel = new MessageChannel();
    const outcome = new Promise<string | undefined>((resolve) => {
      script.onerror = () => resolve('the page had loaded a module before');
      script.addEventListener('securitypolicyviolation', () => resolve('a Content-Security-Policy forbids it'));
      // Whatever the browser queued comes before this; a timer would do, but is throttled in the background.
      channel.port1.onmessage = () => resolve(undefined);
    });
    document.head.append(script);
    channel.port2.postMessage(0);
    const reason = await outcome;
    channel.port1.close();
    return reason;
  };
}
