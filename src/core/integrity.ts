const hashes = /^sha(?:256|384|512)-[A-Za-z\d+/]+={0,2}(?:\s+sha(?:256|384|512)-[A-Za-z\d+/]+={0,2})*$/;

/**
 * Whether a text is integrity metadata that a browser enforces.
 *
 * Browsers load a file whose metadata is malformed or of an unknown algorithm as if there were none, so what is
 * not exactly right must be refused, not passed on.
 *
 * @see https://www.w3.org/TR/SRI/#integrity-metadata-description
 *
 * Runs anywhere: pure.
 */
export function isIntegrity(text: string): boolean {
  return hashes.test(text);
}
