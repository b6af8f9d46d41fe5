import type { RemoteTypes } from './fetch-remote-types.js';
import { hasDefaultExport } from './has-default-export.js';

/** First line of all that `federation types` writes, so that it knows its own. */
export const typesHeader = '// Written by "federation types": changes do not last.';

/** Folder, below that of the remote, with the files that it has published. */
const published = 'published';

/** How a file of the folder is named by what may not name it by a relative path. */
const own = '#remotes';

/** The package.json of the folder: what remotes publish are ES modules, whatever the project around is. */
export const typesPackage: string = `${JSON.stringify({ private: true, type: 'module', imports: { [`${own}/*`]: './*' } }, null, 2)}\n`;

/** The folder of a remote: names have slashes, and folders of one remote must not lie in those of another. No name has a plus. */
export function remoteFolder(name: string): string {
  return name.replaceAll('/', '+');
}

/**
 * The files that tell TypeScript of a remote's modules.
 *
 * @param remote - What it publishes, or only its name, if that could not be read: then its modules can be anything.
 * @returns Text by path, relative to the folder of the remote.
 */
export function describeRemoteTypes(remote: RemoteTypes | string): Map<string, string> {
  if (typeof remote === 'string') {
    return new Map([['index.d.ts', describeIndex(remote, ['[module: string]: any;'])]]);
  }
  const { name, modules, files } = remote;
  const written = new Map<string, string>();
  for (const [path, text] of files) written.set(`${published}/${path}`, text);
  for (const path of new Set(modules.values())) {
    if (path !== undefined) written.set(`${published}/${path}`, asModule(files.get(path) ?? ''));
  }
  const members = [...modules].map(([key, path]) => {
    return `${quote(key)}: ${path === undefined ? 'any' : `typeof import('./${published}/${scriptOf(path)}')`};`;
  });
  written.set('index.d.ts', describeIndex(name, members));
  written.set('modules.d.ts', describeModules(remote));
  return written;
}

/**
 * The file that refers to those of all remotes.
 *
 * @param folders - As {@link remoteFolder} gives them.
 */
export function describeAllTypes(folders: readonly string[]): string {
  const references = folders.map((folder) => `/// <reference path="./${folder}/index.d.ts" />`);
  return [typesHeader, ...references, 'export {};', ''].join('\n');
}

/** Augments what `loadModule` and `loadRemoteModule` know. */
function describeIndex(name: string, members: readonly string[]): string {
  return [
    typesHeader,
    ...(members[0]?.startsWith('[') ? [] : ['/// <reference path="./modules.d.ts" />']),
    "import 'federation-elements';",
    "declare module 'federation-elements' {",
    '  interface RemoteModules {',
    `    ${quote(name)}: {`,
    ...members.map((member) => `      ${member}`),
    '    };',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Declares the modules by their names, as in `import('cart/Cart')`. */
function describeModules({ name, modules, files }: RemoteTypes): string {
  const declarations = [...modules].map(([key, path]) => {
    const specifier = quote(`${name}/${key.slice(2)}`);
    if (path === undefined) return `declare module ${specifier};`;
    const file = quote(`${own}/${remoteFolder(name)}/${published}/${scriptOf(path)}`);
    // TypeScript supposes that a declared module may have a default export, unless it sees this one.
    const rest = hasDefaultExport(asModule(files.get(path) ?? ''))
      ? `export { default } from ${file};`
      : 'export type __esModule = true;';
    return `declare module ${specifier} {\n  export * from ${file};\n  ${rest}\n}`;
  });
  return [typesHeader, ...declarations, ''].join('\n');
}

/** Declarations as those of an ES module, which they are of once they are built. */
function asModule(text: string): string {
  const isModule = /^\s*(?:export|import)\b/m.test(text);
  return isModule ? text.replace(/^export = /m, 'export default ') : `${text}\nexport {};\n`;
}

function scriptOf(path: string): string {
  return path.replace(/\.d\.([cm]?)ts$/, '.$1js');
}

function quote(text: string): string {
  return `'${text}'`;
}
