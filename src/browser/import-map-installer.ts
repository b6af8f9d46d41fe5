import type { ImportMap } from '../core/import-map.js';
import type { Trust } from './create-trust.js';

/** Puts an import map into the document. Resolves to `undefined`, or to the reason why the browser rejected it. */
export type InstallImportMap = (map: ImportMap) => Promise<string | undefined>;

/**
 * Makes the one function of a page that adds import maps.
 *
 * A browser rejects a map by an event that it queues while the script is inserted: Firefox, and older versions of the
 * others, by `error`, once a module has been loaded; a Content-Security-Policy without the right nonce by
 * `securitypolicyviolation`. No module is loaded to find out: in Firefox that would be what makes it reject every map.
 *
 * @param nonce - For the Content-Security-Policy.
 * @param trust - For Trusted Types.
 */
export function createImportMapInstaller(nonce: string, trust: Trust): InstallImportMap {
  return async (map) => {
    const script = document.createElement('script');
    script.type = 'importmap';
    script.nonce = nonce;
    const refusal = trust('createScript', JSON.stringify(map), (text) => {
      script.textContent = text;
    });
    if (refusal) return refusal;
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
