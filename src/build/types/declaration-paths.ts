/**
 * Where the declarations may be that an import of a declaration file means, the likeliest first.
 *
 * @param path - What the specifier resolves to, beside the file that names it: a path, or the path of a URL.
 * @returns None for what is no script, as in `./style.css`.
 *
 * @example
 * ```ts
 * declarationPaths('/src/a.js'); // → ['/src/a.d.ts']
 * declarationPaths('/src/a'); // → ['/src/a.d.ts', '/src/a/index.d.ts']
 * ```
 *
 * Runs anywhere: pure.
 */
export function declarationPaths(path: string): string[] {
  if (isDeclaration(path)) return [path];
  const [ending] = /\.[cm]?[jt]sx?$/.exec(path) ?? [];
  if (ending !== undefined) return [declarationPathOf(path)];
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  // A file may have a dot in its name, so that its ending is none: `./cart.types`.
  const paths = [`${path}.d.ts`, ...(fileName === '' ? [] : [`${path}/index.d.ts`])];
  return /\.(?:css|scss|sass|less|json|svg|png|jpg|jpeg|gif|webp|vue|svelte|html|wasm|txt)$/i.test(path) ? [] : paths;
}

/** Where the compiler puts the declarations of a script: beside `a.mts`, in `a.d.mts`. */
export function declarationPathOf(script: string): string {
  return script.replace(/\.([cm]?)[jt]sx?$/, '.d.$1ts');
}

/** Whether a path is one of a declaration file. */
export function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}
