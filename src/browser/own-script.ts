/** The classic script that this file is part of; `null` in a module, and then `import.meta.url` tells. */
const script = document.currentScript as HTMLScriptElement | null;

/**
 * Where this script came from, so that what lies beside it is found.
 *
 * @returns `''` for an inline script.
 */
export const ownAddress: string = script?.src || import.meta.url || '';

/** The nonce of this script, else of the first script of the page that has one; `''` if none has. */
export function findNonce(): string {
  return script?.nonce || document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || '';
}
