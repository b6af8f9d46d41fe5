import { relative, resolve, sep } from 'node:path';

/**
 * How a source file is called in the output: the same on every machine and in every folder.
 *
 * @param path - As esbuild names it: relative to the root, or with a namespace before it.
 *
 * @example
 * ```ts
 * labelSource('../../node_modules/react/index.js', '/home/me/shop/cart'); // → 'react/index.js'
 * labelSource('src/cart.ts', '/home/me/shop/cart'); // → 'src/cart.ts'
 * ```
 *
 * Runs in Node.
 */
export function labelSource(path: string, root: string): string {
  const [, namespace = '', name = path] = /^([\w-]+:)(.*)$/s.exec(path) ?? [];
  const file = relative(root, resolve(root, name)).split(sep).join('/');
  const installed = file.lastIndexOf('node_modules/');
  const label = installed < 0 ? file.replace(/^(?:\.\.\/)+/, '') : file.slice(installed + 'node_modules/'.length);
  return namespace + label;
}

/**
 * Takes the paths of this machine out of what esbuild wrote without minifying it.
 *
 * They stand in comments of a line, and as names of the functions around CommonJS modules. No line comes or goes.
 *
 * @param paths - All that esbuild may have named.
 */
export function neutralizeText(text: string, paths: ReadonlySet<string>, root: string): string {
  return text
    .replace(/^(\s*)\/\/ (.+)$/gm, (line, indent, path) => (paths.has(path) ? `${indent}//` : line))
    .replace(/^(\s*)\/\* (.+) \*\/$/gm, (line, indent, path) => (paths.has(path) ? `${indent}/**/` : line))
    .replace(/^(\s+)"(.+)"(?=\()/gm, (start, indent, path) =>
      paths.has(path) ? `${indent}${JSON.stringify(labelSource(path, root))}` : start,
    );
}

/** Takes the paths of this machine out of a source map. */
export function neutralizeSourceMap(text: string, root: string): string {
  const map = JSON.parse(text) as { sources: string[] };
  return JSON.stringify({ ...map, sources: map.sources.map((path) => labelSource(path, root)) });
}
