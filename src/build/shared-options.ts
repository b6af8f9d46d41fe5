import { packageNameOf } from '../core/package-name.js';
import type { BuildSettings } from './build-settings.js';
import type { SharedPackageConfig } from './federation-config.js';

type Shared = Pick<BuildSettings, 'shared'>;

/**
 * What the config says of a specifier: by itself, else by its package, else by the longest pattern that fits, as in `@shop/*`.
 *
 * @returns `{}` if it says nothing.
 */
export function sharedOptions(specifier: string, { shared }: Shared): SharedPackageConfig {
  if (shared === 'auto') return {};
  const name = packageNameOf(specifier);
  const patterns = Object.keys(shared).filter((key) => key.includes('*') && fits(key, name));
  const [pattern = ''] = patterns.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return shared[specifier] ?? shared[name] ?? shared[pattern] ?? {};
}

/** npm names of the packages that are shared if they are imported: patterns stand for what package.json depends on. */
export function sharedNames({ shared, manifest }: Pick<BuildSettings, 'shared' | 'manifest'>): Set<string> {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const named = (key: string): string[] =>
    key.includes('*') ? declared.filter((name) => fits(key, name)) : [packageNameOf(key)];
  const names = shared === 'auto' ? declared : Object.keys(shared).flatMap(named);
  return new Set(names.filter((name) => name !== manifest.name));
}

function fits(pattern: string, name: string): boolean {
  const [before = '', after = ''] = pattern.split('*');
  return name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
}
