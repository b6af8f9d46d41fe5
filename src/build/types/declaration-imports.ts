import { readTokens, type Token } from './declaration-tokens.js';

/** A module that a declaration file names. */
export interface DeclarationImport {
  readonly specifier: string;
  /** Where the specifier stands in the text, without its quotes. */
  readonly start: number;
  readonly end: number;
  /** Where the whole statement stands, if it imports nothing by name: `import './style.css';` */
  readonly statement?: { readonly start: number; readonly end: number };
}

/**
 * Finds what a declaration file imports, exports from elsewhere, or augments: `from '…'`, `import('…')`, `require('…')`,
 * `import '…'`, `declare module '…'`.
 *
 * Comments, and texts that are types, name nothing.
 *
 * @example
 * ```ts
 * readDeclarationImports("export * from './a.js';"); // → [{ specifier: './a.js', start: 15, end: 21 }]
 * ```
 *
 * Runs anywhere: pure.
 */
export function readDeclarationImports(text: string): DeclarationImport[] {
  const imports: DeclarationImport[] = [];
  let before: readonly [Token | undefined, Token | undefined] = [undefined, undefined];
  for (const token of readTokens(text)) {
    const found = /^['"]/.test(token.text) ? createImport(text, token, before) : undefined;
    if (found) imports.push(found);
    before = [before[1], token];
  }
  return imports;
}

/**
 * Gives modules that a declaration file names other names.
 *
 * @param rename - The new specifier; `undefined` keeps the old one, `null` takes out the statement if it imports nothing
 * by name.
 */
export function renameDeclarationImports(
  text: string,
  rename: (specifier: string) => string | null | undefined,
): string {
  let renamed = '';
  let done = 0;
  for (const { specifier, start, end, statement } of readDeclarationImports(text)) {
    const name = rename(specifier);
    const range = name === null ? statement : { start, end };
    if (name === undefined || !range) continue;
    renamed += text.slice(done, range.start) + (name ?? '');
    done = range.end;
  }
  return renamed + text.slice(done);
}

function createImport(
  text: string,
  { text: quoted, start }: Token,
  [beforeLast, last]: readonly [Token | undefined, Token | undefined],
): DeclarationImport | undefined {
  const words = `${beforeLast?.text} ${last?.text}`;
  const isNamed = /^(?:.* from|(?:import|require) \(|declare module)$/s.test(words);
  if (!isNamed && last?.text !== 'import') return undefined;
  const end = start + quoted.length - 1;
  const named = { specifier: quoted.slice(1, -1), start: start + 1, end };
  if (isNamed || !last) return named;
  const [rest = ''] = /^\s*?;?[ \t]*\n?/.exec(text.slice(end + 1)) ?? [];
  return { ...named, statement: { start: last.start, end: end + 1 + rest.length } };
}
