import type { EmittedProject } from './emit-project.js';

/**
 * The stylesheets of a module and of the shared packages that it may import, at once or later, in the order of the imports.
 *
 * esbuild gathers the styles of an entry point's lazy parts with its own, so that those of the entry points are all.
 */
export function collectStyles(path: string, { byPath, shared, pathOf }: EmittedProject): string[] {
  const styles = new Set<string>();
  const seen = new Set<string>();
  const entryPoints = new Set([path, ...[...shared.values()].map(({ file }) => file.path)]);
  const stack = [path];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const file = byPath.get(next);
    if (seen.has(next) || !file) continue;
    seen.add(next);
    const { imports, dynamicImports, externals, dynamicExternals, stylesheet } = file.bundled;
    const own = stylesheet === undefined || !entryPoints.has(next) ? undefined : pathOf(file, stylesheet);
    if (own !== undefined) styles.add(own);
    const inside = [...imports, ...dynamicImports].flatMap((name) => pathOf(file, name) ?? []);
    const outside = [...externals, ...dynamicExternals].flatMap((name) => shared.get(name)?.file.path ?? []);
    stack.push(...[...outside, ...inside].reverse());
  }
  return [...styles];
}
