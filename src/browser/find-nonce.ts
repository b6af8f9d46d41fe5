import { ownScript } from './own-script.js';

/** The nonce of this script, else of the first element of the page that has one; `''` if none has. */
export function findNonce(): string {
  return ownScript?.nonce || document.querySelector<HTMLElement>('[nonce]')?.nonce || '';
}

/**
 * The nonce by which a Content-Security-Policy judges what this script imports: its own, `''` if it has none.
 *
 * A file that is fetched by another nonce would be on the page although the policy's list of origins forbids it.
 *
 * @returns `undefined` if nobody can say: a module cannot see its own script.
 */
export function findOwnNonce(): string | undefined {
  if (ownScript) return ownScript.nonce;
  return document.querySelector('script[nonce]') ? undefined : '';
}
