import type { FederationError } from '../../core/errors.js';

/** What the page may need where something is not plain. */
export type Thorough = typeof import('./thorough.js');

/** What the script of the page and the thorough script, a file of its own, give each other. */
interface HandOver {
  /** There must be one: whoever catches an error asks what it is an instance of. */
  readonly FederationError: typeof FederationError;
  take(thorough: Thorough): void;
}

/** Where on the document they meet. A global name might be somebody's, or be taken for an offer. */
export const handOver: unique symbol = Symbol.for('federation-elements/hand-over');

/** A document that waits for the thorough script. */
export type WaitingPage = Document & { [handOver]?: HandOver };
