import type { Trust } from '../create-trust.js';
import type { Thorough } from './hand-over.js';

/** How the page lets a script in. */
export interface ScriptOptions {
  /** For the Content-Security-Policy. */
  readonly nonce: string;
  /** For Trusted Types. */
  readonly trust: Trust;
}

/** What it is called in errors. */
export const thoroughAddress = 'federation-elements/dist/src/browser/thorough/thorough.js';

/**
 * Imports what is thorough as the module that it is, which bundlers make a file of its own.
 *
 * Firefox takes no import map after that: in a page's classic script, insert-thorough.ts stands here.
 */
export function importThorough(_page: ScriptOptions): Promise<Thorough> {
  return import('./thorough.js');
}
