import { isIntegrity } from './forms.js';
import { type Read, textAs } from './json-shape.js';

/** Reads integrity metadata: see {@link isIntegrity}. */
export const readIntegrity: Read<string> = textAs('a hash like "sha384-…"', (text) =>
  isIntegrity(text) ? text : undefined,
);
