import { fileUrl } from './file-url.js';
import { type Read, textAs } from './json-shape.js';

/** Reads the name of a file as its {@link fileUrl}. */
export const readFile: Read<string> = textAs('a file below the directory of the entry', fileUrl);
