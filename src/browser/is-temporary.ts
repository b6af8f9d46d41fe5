import { FederationError } from '../core/errors.js';

/**
 * Whether a failure may pass by itself: the network, or a server that says "later" (408, 429, 5xx).
 *
 * A wrong address, a broken document and a timeout are not: asking again gives the same, or takes as long again.
 */
export function isTemporary(error: unknown): boolean {
  return (
    error instanceof FederationError &&
    error.code.endsWith('unreachable') &&
    !/^HTTP 4(?!08|29)/.test((error.details as { reason: string }).reason)
  );
}
