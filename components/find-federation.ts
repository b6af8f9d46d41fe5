import { whenFederation } from '../src/browser/create-federation.js';
import type { Federation } from '../src/browser/federation-api.js';
import { hostMissing } from '../src/browser/host-missing.js';

/** Milliseconds that a remote waits for a host once the document is parsed: enough for a framework to render one. */
export const hostPatience = 1000;

/**
 * The federation of the document, whichever host or script starts it, and whenever it does.
 *
 * @param remote - For the message.
 * @throws {@link FederationError} `host-missing`, {@link hostPatience} after the document was parsed.
 */
export function findFederation(remote: string, signal: AbortSignal): Promise<Federation> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(() => reject(hostMissing(remote, hostPatience)), hostPatience);
    };
    const stop = (): void => {
      clearTimeout(timer);
      document.removeEventListener('DOMContentLoaded', wait);
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', wait);
    else wait();
    signal.addEventListener('abort', () => {
      stop();
      reject(signal.reason);
    });
    void whenFederation(document).then((federation) => {
      stop();
      resolve(federation);
    });
  });
}
