import { isBareSpecifier } from './forms.js';
import {
  type JsonObject,
  mapOf,
  optional,
  type Read,
  readField,
  readFlag,
  readObject,
  readText,
  textAs,
} from './json-shape.js';
import { packageNameOf } from './package-name.js';
import { readFile } from './read-file.js';
import type { SharedEntryPoint } from './remote-entry.js';

const readSpecifier = textAs('a name like "lit" or "lit/decorators.js"', (name) =>
  isBareSpecifier(name) ? name : undefined,
);
const readOptional = optional(readText);
const readEntries = optional(mapOf(readFile, readSpecifier));

/**
 * Reads one entry point of a shared package, or all that a dense group holds.
 *
 * Runs anywhere: pure.
 */
export const readShared: Read<SharedEntryPoint | SharedEntryPoint[]> = (value, base = '') => {
  const item = readObject(value);
  const specifier = readField(item, 'packageName', readSpecifier);
  const entries = readField(item, 'entries', readEntries, base);
  if (!entries)
    return readEntryPoint(item, specifier, readField(item, 'outFileName', readFile, base).slice(base.length));
  return Array.from(entries, ([name, url]) => readEntryPoint(item, name, url.slice(base.length)));
};

function readEntryPoint(item: JsonObject, specifier: string, file: string): SharedEntryPoint {
  return {
    specifier,
    packageName: packageNameOf(specifier),
    file,
    version: readField(item, 'version', readOptional),
    requiredVersion: readField(item, 'requiredVersion', readOptional),
    singleton: readField(item, 'singleton', readFlag),
    strictVersion: readField(item, 'strictVersion', readFlag),
    shareScope: readField(item, 'shareScope', readOptional),
    pool: readField(item, 'pool', readOptional),
  };
}
