import type { RemoteTypes } from './fetch-remote-types.js';

/** First line of all that `federation types` writes, so that it knows its own. */
export const typesHeader = '// Written by "federation types": changes do not last.';

/** Folder, below that of the remote, with the files that it has published. */
const published = 'published';

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
    if (path !== undefined) written.set(`${published}/${path}`, nameGlobally(name, path, files.get(path) ?? ''));
  }
  const members = [...modules].map(([key, path]) => {
    const script = path?.replace(/\.d\.([cm]?)ts$/, '.$1js');
    return `${quote(key)}: ${script === undefined ? 'any' : `typeof import('./${published}/${script}')`};`;
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

/**
 * Declares the modules by their names, as in `import('cart/Cart')`.
 *
 * A module that is declared by name may not refer to files by relative paths, but to a global name: so the declarations
 * of each have one.
 */
function describeModules({ name, modules }: RemoteTypes): string {
  const declarations = [...modules].map(([key, path]) => {
    const specifier = quote(`${name}/${key.slice(2)}`);
    return path === undefined
      ? `declare module ${specifier};`
      : `declare module ${specifier} {\n  export = ${globalName(name, path)};\n}`;
  });
  return [typesHeader, ...declarations, ''].join('\n');
}

function nameGlobally(name: string, path: string, text: string): string {
  // Only a module can have a global name.
  const isModule = /^\s*(?:export|import)\b/m.test(text);
  return `${text}\n${isModule ? '' : 'export {};\n'}export as namespace ${globalName(name, path)};\n`;
}

/** A name that only this file has. */
function globalName(name: string, path: string): string {
  const letters = `${name}:${path.replace(/\.d\.[cm]?ts$/, '')}`;
  return `federation$${letters.replace(/\W/g, (sign) => `$${sign.charCodeAt(0).toString(16)}`)}`;
}

function quote(text: string): string {
  return `'${text}'`;
}
