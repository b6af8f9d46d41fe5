import { type Read, textLike } from './json-shape.js';

/**
 * Reads integrity metadata that a browser enforces: one hash, or several.
 *
 * Browsers load a file whose metadata is malformed or of an unknown algorithm as if there were none, so what is
 * not exactly right must be refused, not passed on.
 *
 * @see https://www.w3.org/TR/SRI/#integrity-metadata-description
 *
 * Runs anywhere: pure.
 */
export const readIntegrity: Read<string> = textLike(
  'a hash like "sha384-…"',
  /^(?:(?:^|\s+)sha(?:256|384|512)-[A-Za-z\d+/]+={0,2})+$/,
);
