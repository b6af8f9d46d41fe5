import type { ExposedSource } from './build-settings.js';

/**
 * A file name, without hash and ending, for each source that is exposed; one for all keys of the same source.
 *
 * @example
 * ```ts
 * exposedNames([{ key: './cart/Badge', file: '/shop/src/badge.ts' }]); // → Map { 'cart-Badge' → '/shop/src/badge.ts' }
 * ```
 *
 * Runs anywhere: pure.
 */
export function exposedNames(exposes: readonly Pick<ExposedSource, 'key' | 'file'>[]): Map<string, string> {
  const names = new Map<string, string>();
  const files = new Set<string>();
  for (const { key, file } of exposes) {
    if (files.has(file)) continue;
    files.add(file);
    const plain = key.replace(/^\.\//, '').replace(/[^\w.]+/g, '-');
    let name = plain;
    for (let number = 2; names.has(name); number++) name = `${plain}-${number}`;
    names.set(name, file);
  }
  return names;
}
