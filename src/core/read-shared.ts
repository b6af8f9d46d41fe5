import { fileUrl, readFile } from './file-url.js';
import {
  type JsonObject,
  mapOf,
  optional,
  type Read,
  readField,
  readFlag,
  readObject,
  readText,
  textLike,
} from './json-shape.js';
import { packageNameOf } from './package-name.js';
import type { SharedEntryPoint } from './remote-entry.js';

/** An npm name and a path in the package; so neither a URL, nor a path, nor a prefix. */
const bareSpecifier = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/(?!\.\.?(?:\/|$))[\w.~@+$%-]+)*$/;
const readSpecifier = textLike('a name like "lit" or "lit/decorators.js"', bareSpecifier);
const readOptional = optional(readText);
const readEntries = optional(mapOf(readFile, readSpecifier));

/**
 * Reads one entry point of a shared package, or all that a dense group holds.
 *
 * Runs anywhere: pure.
 */
export const readShared: Read<SharedEntryPoint | SharedEntryPoint[]> = (value, base = '') => {
  const item = readObject(value);
  const usual = readUsual(item, base);
  if (usual) return usual;
  const specifier = readField(item, 'packageName', readSpecifier);
  const entries = readField(item, 'entries', readEntries, base);
  if (!entries) return readEntryPoint(item, specifier, readField(item, 'outFileName', readFile, base));
  return Array.from(entries, ([name, url]) => readEntryPoint(item, name, url));
};

/** An entry point as most builds write it, at a glance: a page has thousands. `undefined` if anything is unusual. */
function readUsual(item: JsonObject, base: string): SharedEntryPoint | undefined {
  const { packageName: specifier, outFileName, entries, shareScope, pool } = item;
  const { version, requiredVersion, singleton, strictVersion } = item;
  const isUsual =
    isText(specifier) &&
    bareSpecifier.test(specifier) &&
    isText(outFileName) &&
    isText(version) &&
    isText(requiredVersion) &&
    typeof singleton === 'boolean' &&
    typeof strictVersion === 'boolean' &&
    (entries ?? shareScope ?? pool) === undefined;
  const url = isUsual ? fileUrl(outFileName, base) : undefined;
  if (!isUsual || url === undefined) return undefined;
  const packageName = packageNameOf(specifier);
  // Field by field in the order of the other reader, so that engines take them for alike.
  return {
    specifier,
    packageName,
    url,
    version,
    requiredVersion,
    singleton,
    strictVersion,
    shareScope: undefined,
    pool: undefined,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function readEntryPoint(item: JsonObject, specifier: string, url: string): SharedEntryPoint {
  return {
    specifier,
    packageName: packageNameOf(specifier),
    url,
    version: readField(item, 'version', readOptional),
    requiredVersion: readField(item, 'requiredVersion', readOptional),
    singleton: readField(item, 'singleton', readFlag),
    strictVersion: readField(item, 'strictVersion', readFlag),
    shareScope: readField(item, 'shareScope', readOptional),
    pool: readField(item, 'pool', readOptional),
  };
}
