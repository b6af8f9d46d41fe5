import type { Files } from './create-project.js';

/**
 * Files of an installed package of ES modules, version 1.0.0.
 *
 * @param files - Text by path in the package.
 * @param manifest - What its package.json says besides.
 */
export function pack(name: string, files: Readonly<Record<string, string>>, manifest: object = {}): Files {
  const folder = `node_modules/${name}`;
  const named = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  return { [`${folder}/package.json`]: { name, version: '1.0.0', type: 'module', ...manifest }, ...named };
}

/** A project's package.json that depends on these packages. */
export function depending(...names: string[]): Files {
  const dependencies = Object.fromEntries(names.map((name) => [name, '^1.0.0']));
  return { 'package.json': { name: 'project', version: '1.0.0', type: 'module', dependencies } };
}
