import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BuildError } from './build-error.js';
import type { BuildMode, BuildSettings, ExposedSource } from './build-settings.js';
import { checkConfig } from './check-config.js';
import type { FederationConfig, SkipRule } from './federation-config.js';
import { type PackageManifest, readPackageManifest } from './package-manifest.js';
import { translateConfig } from './translate-config.js';

/** What a build may be told beside its config. */
export interface SettingsOptions {
  /** Absolute folder that the config's paths are relative to. */
  readonly root: string;
  /** The config's file, as errors name it. */
  readonly file: string;
  readonly outDir?: string | undefined;
  readonly mode?: BuildMode | undefined;
  readonly minify?: boolean | undefined;
  readonly sourcemap?: boolean | undefined;
  readonly cache?: boolean | undefined;
  readonly keep?: number | undefined;
  readonly types?: boolean | undefined;
}

/**
 * Checks a config, and completes it with what package.json and the defaults say.
 *
 * @throws {@link BuildError} `config-invalid`, `option-unsupported`, `name-missing`, `exposed-duplicate`, `exposed-file-missing`, `package-json-missing`
 */
export function createSettings(value: unknown, options: SettingsOptions): BuildSettings {
  const { value: translated, notes } = translateConfig(value, options.file);
  const config = checkConfig(translated, options.file);
  const root = realpathSync(options.root);
  const mode = options.mode ?? 'production';
  const { skip = [] } = config;
  return {
    name: config.name,
    root,
    manifest: nearestManifest(root),
    exposes: readExposes(config, root),
    shared: config.shared ?? 'auto',
    isSkipped: (specifier) => skip.some((rule) => matches(rule, specifier)),
    outDir: resolve(options.outDir ?? resolve(root, config.outDir ?? 'dist')),
    keep: options.keep ?? config.keep ?? 0,
    dense: config.dense ?? false,
    integrity: config.integrity ?? true,
    shareScope: config.shareScope,
    types: options.types ?? config.types ?? false,
    esbuild: config.esbuild ?? {},
    mode,
    minify: options.minify ?? mode === 'production',
    sourcemap: options.sourcemap ?? false,
    cache: options.cache ?? true,
    notes,
  };
}

function nearestManifest(root: string): PackageManifest {
  for (let folder = root; ; folder = dirname(folder)) {
    const manifest = readPackageManifest(folder);
    if (manifest) return manifest;
    if (folder === dirname(folder)) throw new BuildError('package-json-missing', { folder: root });
  }
}

function readExposes({ exposes = {} }: FederationConfig, root: string): ExposedSource[] {
  const byKey = new Map<string, string[]>();
  const sources = Object.entries(exposes).map(([name, exposed]): ExposedSource => {
    const key = name.startsWith('./') ? name : `./${name}`;
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
    const { file, element, contract } = typeof exposed === 'string' ? { file: exposed } : exposed;
    const path = resolve(root, file);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile())
      throw new BuildError('exposed-file-missing', { key, file, ...(found?.isDirectory() && { isFolder: true }) });
    return { key, file: realpathSync(path), element, ...(contract && { contract }) };
  });
  for (const [key, keys] of byKey) if (keys.length > 1) throw new BuildError('exposed-duplicate', { key, keys });
  return sources;
}

function matches(rule: SkipRule, specifier: string): boolean {
  if (typeof rule === 'function') return rule(specifier);
  if (typeof rule === 'string') return specifier === rule || specifier.startsWith(`${rule}/`);
  rule.lastIndex = 0;
  return rule.test(specifier);
}
