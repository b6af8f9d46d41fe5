import { readFile } from 'node:fs/promises';

// Module hooks of Node that make it resolve and load as a page with an import map does.

let base = '';
let imports = {};

export async function initialize({ map }) {
  base = map;
  ({ imports } = JSON.parse(await readFile(new URL(map), 'utf8')));
}

export async function resolve(specifier, context, next) {
  if (/^(?:node|file|data):/.test(specifier)) return next(specifier, context);
  if (/^\.{0,2}\//.test(specifier)) return { url: new URL(specifier, context.parentURL).href, shortCircuit: true };
  const address = imports[specifier];
  if (address === undefined) throw new TypeError(`Failed to resolve module specifier "${specifier}"`);
  return { url: new URL(address, base).href, shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.js')) return next(url, context);
  return { format: 'module', source: await readFile(new URL(url)), shortCircuit: true };
}
