/** What Chromium, Firefox, WebKit (four times) and es-module-shims (three times) say. */
const words =
  /fetch dynamically|error loading dynamically|module script failed|MIME type|script load denied|integrity mismatch|^Unable to|^\d{3} |Content-Type/;

/**
 * Whether an import failed because a file did not arrive, as opposed to because a module is broken.
 *
 * Browsers give a TypeError for both, with neither a status nor a cause: their words are all there is. What has other
 * words counts as broken, and is not tried again, since a module that ran halfway must not run twice.
 */
export function looksUnreachable(error: unknown): boolean {
  return error instanceof Error && words.test(error.message);
}
