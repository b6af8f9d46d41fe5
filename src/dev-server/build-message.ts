import { BuildError } from '../build/build-error.js';

/**
 * What a page is told of a build, as Native Federation's tools say it: its runtimes reload the page when they read
 * `federation-rebuild-complete`, and nothing else.
 */
export type BuildMessage =
  | { readonly type: 'federation-rebuild-complete'; readonly remote: string }
  | { readonly type: 'federation-rebuild-error'; readonly remote: string; readonly error: BuildMessageError };

/** Why a build failed. */
interface BuildMessageError {
  /** Of a `BuildError`; else missing. */
  readonly code?: string;
  readonly message: string;
}

/** There is a new build. */
export function tellComplete(remote: string): BuildMessage {
  return { type: 'federation-rebuild-complete', remote };
}

/** There is none, because of this error. */
export function tellError(remote: string, error: Error): BuildMessage {
  // Plugins throw what they like: without a text the message would lack it.
  const message = String(error.message);
  return {
    type: 'federation-rebuild-error',
    remote,
    error: error instanceof BuildError ? { code: error.code, message } : { message },
  };
}
