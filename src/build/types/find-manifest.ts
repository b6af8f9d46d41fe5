import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BuildError } from '../build-error.js';
import { checkConfig } from '../check-config.js';
import { loadConfig } from '../load-config.js';
import { translateConfig } from '../translate-config.js';

/** What a manifest is called where nobody says. */
const manifestName = 'federation.manifest.json';

/**
 * The manifest of a project: what its config says, else the file with the usual name.
 *
 * @param folder - Absolute.
 * @returns An absolute path, or a URL.
 * @throws {@link BuildError} `manifest-missing`; what is wrong with the config, if there is one
 */
export async function findManifest(folder: string): Promise<string> {
  const configured = await readConfigured(folder);
  if (configured !== undefined) return configured;
  const file = join(folder, manifestName);
  if (!existsSync(file)) throw new BuildError('manifest-missing', { folder, name: manifestName });
  return file;
}

async function readConfigured(folder: string): Promise<string | undefined> {
  try {
    const { value, file } = await loadConfig(folder);
    const { manifest } = checkConfig(translateConfig(value, file).value, file);
    return manifest === undefined || isUrl(manifest) ? manifest : resolve(dirname(file), manifest);
  } catch (error) {
    if (error instanceof BuildError && error.code === 'config-missing') return undefined;
    throw error;
  }
}

/** Whether a text is an address, and no path. */
export function isUrl(text: string): boolean {
  return /^(?:https?|file):/i.test(text);
}
