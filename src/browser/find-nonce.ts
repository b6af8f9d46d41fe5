/** The classic script that this file is part of; `null` in a module. Only while it runs does the browser say. */
const script = document.currentScript as HTMLScriptElement | null;

/** The nonce of this script, else of the first script of the page that has one; `''` if none has. */
export function findNonce(): string {
  return script?.nonce || document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || '';
}
