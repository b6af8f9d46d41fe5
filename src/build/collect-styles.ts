import type { EmittedProject } from './emit-project.js';

/**
 * The stylesheets of everything that a file may import, at once or later, in the order of the imports.
 *
 * What is imported later counts too, because nobody else would load its styles then.
 */
export function collectStyles(path: string, { byPath, shared, pathOf }: EmittedProject): string[] {
  const styles = new Set<string>();
  const seen = new Set<string>();
  const stack = [path];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const file = byPath.get(next);
    if (seen.has(next) || !file) continue;
    seen.add(next);
    const { imports, dynamicImports, externals, dynamicExternals, stylesheet } = file.bundled;
    const own = stylesheet === undefined ? undefined : pathOf(file, stylesheet);
    if (own !== undefined) styles.add(own);
    const inside = [...imports, ...dynamicImports].flatMap((name) => pathOf(file, name) ?? []);
    const outside = [...externals, ...dynamicExternals].flatMap((name) => shared.get(name)?.file.path ?? []);
    stack.push(...[...outside, ...inside].reverse());
  }
  return [...styles];
}
