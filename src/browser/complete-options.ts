import type { FederationOptions } from './federation-api.js';
import { findNonce } from './find-nonce.js';
import { present } from './present.js';

/** The options of a federation, with a value wherever there is a default. */
export type CompleteOptions = FederationOptions & typeof defaults & { readonly nonce: string };

const defaults = {
  timeout: 10_000,
  retry: 2,
  patience: 500,
  strict: false,
  prefer: 'fewest-bytes' as NonNullable<FederationOptions['prefer']>,
  polyfill: 'auto' as NonNullable<FederationOptions['polyfill']>,
  trustedTypesPolicy: 'federation',
};

/** What a page says of its federation, and the defaults where it says nothing. */
export function completeOptions(options: FederationOptions): CompleteOptions {
  return { ...defaults, nonce: findNonce(), ...present<FederationOptions>(options) } as CompleteOptions;
}
