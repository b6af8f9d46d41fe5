/** What a file wants of another module, by its specifier. */
export interface NamedImports {
  readonly specifier: string;
  /** Imported or handed on by name; `default` is one of them. */
  readonly names: readonly string[];
  /** Whether it hands on everything (`export * from`). */
  readonly isStar: boolean;
}

const statement = /\b(import|export)\s*([\w$\s,*{}"'.-]+?)\s*from\s*"([^"\\\n]+)"/g;

/**
 * The named imports in a file that esbuild wrote.
 *
 * It looks for the text of such statements, so it may find one that is only quoted there: whoever is suspicious of a
 * name must ask again.
 *
 * @param specifiers - Those that matter.
 *
 * Runs anywhere: pure.
 */
export function readNamedImports(text: string, specifiers: ReadonlySet<string>): NamedImports[] {
  const found: NamedImports[] = [];
  if (specifiers.size === 0) return found;
  for (const [, keyword, clause = '', specifier = ''] of text.matchAll(statement)) {
    if (!specifiers.has(specifier)) continue;
    const isStar = keyword === 'export' && clause === '*';
    found.push({ specifier, names: readClause(clause), isStar });
  }
  return found;
}

function readClause(clause: string): string[] {
  const [, before = '', braces = ''] = /^([^{]*)(?:\{([^}]*)\})?/.exec(clause) ?? [];
  const named = [...braces.matchAll(/(?:^|,)\s*(?:"([^"]*)"|([\w$]+))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const hasDefault = /^\s*[\w$]/.test(before);
  return hasDefault ? ['default', ...named] : named;
}
