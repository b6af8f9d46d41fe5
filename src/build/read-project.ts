import { dirname, resolve } from 'node:path';
import type { BuildOptions } from './build.js';
import type { BuildSettings } from './build-settings.js';
import { createSettings } from './create-settings.js';
import { loadConfig } from './load-config.js';

/** A project, with its config read and checked. */
export interface Project {
  readonly settings: BuildSettings;
  /** As messages name it: absolute, if it is a file. */
  readonly configFile: string;
}

/**
 * Finds and reads the config of a project.
 *
 * @throws {@link BuildError} what `loadConfig` and `createSettings` throw.
 */
export async function readProject(options: BuildOptions): Promise<Project> {
  const { config, root } = await findConfig(options);
  return { settings: createSettings(config.value, { ...options, root, file: config.file }), configFile: config.file };
}

interface FoundConfig {
  readonly config: { readonly value: unknown; readonly file: string };
  readonly root: string;
}

async function findConfig({ root, config }: BuildOptions): Promise<FoundConfig> {
  const folder = resolve(root ?? '.');
  if (typeof config === 'object') return { config: { value: config, file: 'given to build()' }, root: folder };
  const loaded = await loadConfig(config === undefined ? folder : resolve(folder, config));
  return { config: loaded, root: root === undefined || config === undefined ? dirname(loaded.file) : folder };
}
