import { createRequire } from 'node:module';
import type * as Esbuild from 'esbuild';

/**
 * esbuild, by its only door.
 *
 * It is a large CommonJS module: an `import` would first search all of it for names, which takes longer than to run it.
 */
export const esbuild: typeof Esbuild = createRequire(import.meta.url)('esbuild');

/** Starts esbuild's own process, so that it is there when it is needed; whoever calls goes on at once. */
export function wakeEsbuild(): void {
  esbuild.transform('').catch(() => undefined);
}
