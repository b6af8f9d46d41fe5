import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from './build-error.js';

/** What the build reads of a package.json. */
export interface PackageManifest {
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * The package.json of a folder; `undefined` if it has none.
 *
 * @throws {@link BuildError} `package-json-invalid`
 */
export function readPackageManifest(folder: string): PackageManifest | undefined {
  const file = join(folder, 'package.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new BuildError('package-json-invalid', { file, reason: (cause as Error).message }, { cause });
  }
}

/** The range that a package.json gives for a package that its code runs with; `undefined` if it gives none. */
export function dependencyRange(manifest: PackageManifest, packageName: string): string | undefined {
  return (
    manifest.dependencies?.[packageName] ??
    manifest.peerDependencies?.[packageName] ??
    manifest.optionalDependencies?.[packageName]
  );
}
