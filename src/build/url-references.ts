/** A file that a source names relative to itself. */
export interface UrlReference {
  /** As it stands in the source, as in `./image.png`. */
  readonly path: string;
  /** What it is for; scripts of workers have no import map and no page. */
  readonly use: 'url' | 'worker' | 'classic-worker';
  /** Where `new URL(…)` begins and ends in the source. */
  readonly start: number;
  readonly end: number;
}

// A name with an expression in it, a folder, and an address of another server are no files of this project.
const reference =
  /(\bnew\s+(?:Shared)?Worker\s*\(\s*)?(?:\/\*[^*]*\*\/\s*)*\bnew\s+URL\s*\(\s*(?:\/\*[^*]*\*\/\s*)*(["'`])((?!\/|[a-z][\w+.-]*:|#|\?)[^"'`$\\\n]*[^"'`$\\\n/.])\2\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/** Whether a source, or a file of the output, may name another file relative to itself. */
export function hasUrlReference(source: string): boolean {
  return source.includes('import.meta.url') && source.search(reference) >= 0;
}

/**
 * Finds the files that a source names by `new URL('…', import.meta.url)`.
 *
 * It is a search for the text, so that it may find one in a comment.
 *
 * @example
 * ```ts
 * findUrlReferences("new Worker(new URL('./w.js', import.meta.url), { type: 'module' })");
 * // → [{ path: './w.js', use: 'worker', start: 11, end: 45 }]
 * ```
 *
 * Runs anywhere: pure.
 */
export function findUrlReferences(source: string): UrlReference[] {
  return [...source.matchAll(reference)].map((match): UrlReference => {
    const [whole, worker = '', , path = ''] = match;
    const start = match.index + worker.length;
    const end = match.index + whole.length;
    const isModule = /^\s*,\s*\{[^}]*\btype\s*:\s*(["'`])module\1/.test(source.slice(end));
    const use = worker === '' ? 'url' : isModule ? 'worker' : 'classic-worker';
    return { path, use, start, end };
  });
}
