import { contractNames } from '../core/contract-names.js';
import { nearestName } from '../core/nearest-name.js';
import { BuildError } from './build-error.js';
import type { FederationConfig } from './federation-config.js';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, readonly [expected: string, check: Check, names?: readonly string[]]>>;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRule: Check = (value) => isText(value) || value instanceof RegExp || typeof value === 'function';
const isContract: Check = (value) => contractNames.some((name) => name === value);
const isName: Check = (value) => isText(value) && /^(?:@?[a-z\d][\w.-]*\/)*[a-z\d][\w.-]*$/i.test(value as string);

const configShape: Shape = {
  name: ['a name like "cart", "@org/cart" or "team/cart"', isName],
  exposes: ['an object of keys and files', isObject],
  shared: ['"auto" or an object of packages', (value) => value === 'auto' || isObject(value)],
  skip: ['a list of specifiers and patterns', (value) => Array.isArray(value) && value.every(isRule)],
  outDir: ['a folder', isText],
  keep: ['a number of builds', isCount],
  dense: ['true or false', isFlag],
  integrity: ['true or false', isFlag],
  shareScope: ['a name', isText],
  types: ['true or false', isFlag],
  manifest: ['a path or a URL', isText],
  esbuild: ["an object of esbuild's options", isObject],
};

const exposedShape: Shape = {
  file: ['a file', isText],
  element: ['a tag like "cart-app"', isText],
  contract: [`one of ${contractNames.join(', ')}`, isContract, contractNames],
};

const sharedShape: Shape = {
  singleton: ['true or false', isFlag],
  strictVersion: ['true or false', isFlag],
  requiredVersion: ['"auto" or a range like "^19.0.0"', isText],
  version: ['a version like "19.2.0"', isText],
  shareScope: ['a name', isText],
  provide: ['true or false', isFlag],
  keepAll: ['true or false', isFlag],
};

/**
 * Checks what a config file exports.
 *
 * A field that is not known is an error too: it is a misspelt one, or one that another tool would heed.
 *
 * @throws {@link BuildError} `config-invalid`, with the field; `name-missing`
 */
export function checkConfig(value: unknown, file: string): FederationConfig {
  const fail: Fail = (field, expected, found, nearest) => {
    throw new BuildError('config-invalid', { file, field, expected, found, ...(nearest && { nearest }) });
  };
  if (!isObject(value))
    fail('default', 'an object, exported as export default defineFederation({ … })', describe(value));
  const config = value as FederationConfig;
  if (config.name === undefined || (config.name as unknown) === '') throw new BuildError('name-missing', { file });
  checkShape(config, configShape, '', fail);
  for (const [key, exposed] of Object.entries(config.exposes ?? {})) checkExposed(key, exposed, fail);
  for (const [name, options] of Object.entries(config.shared === 'auto' ? {} : (config.shared ?? {}))) {
    if (!isObject(options)) fail(`shared["${name}"]`, 'an object of options', describe(options));
    checkShape(options, sharedShape, `shared["${name}"].`, fail);
  }
  return config;
}

type Fail = (field: string, expected: string, found: string, nearest?: string) => void;

function checkShape(object: object, shape: Shape, path: string, fail: Fail): void {
  const fields = Object.keys(shape);
  for (const [field, found] of Object.entries(object)) {
    const [expected, check, names = []] = shape[field] ?? [];
    if (!expected || !check)
      fail(path + field, `one of ${fields.join(', ')}`, 'a field that is not known', nearestName(field, fields));
    else if (found !== undefined && !check(found))
      fail(path + field, expected, describe(found), typeof found === 'string' ? nearestName(found, names) : undefined);
  }
}

const exposedKey = /^(?:\.\/)?[\w@$~+-][\w@$~+.-]*(?:\/[\w@$~+-][\w@$~+.-]*)*$/;

function checkExposed(key: string, exposed: unknown, fail: Fail): void {
  const field = `exposes["${key}"]`;
  if (!exposedKey.test(key)) fail(field, 'a key like "./Cart"', describe(key));
  if (isText(exposed)) return;
  if (!isObject(exposed) || !('file' in (exposed as object)))
    fail(field, 'a file, or an object with a file', describe(exposed));
  checkShape(exposed as object, exposedShape, `${field}.`, fail);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value instanceof Promise) return 'a promise';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
