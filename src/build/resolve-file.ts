import type { OnResolveArgs, PluginBuild, ResolveResult } from 'esbuild';
import { ownQuestion } from './own-question.js';

/**
 * Asks esbuild and all other plugins which file an import leads to.
 *
 * @returns `undefined` if it leads to none on the disk, or nowhere, or is itself what one of our plugins asks.
 */
export async function resolveFile(
  build: Pick<PluginBuild, 'resolve'>,
  { path, kind, importer, namespace, resolveDir, pluginData }: Omit<OnResolveArgs, 'with'>,
): Promise<ResolveResult | undefined> {
  if (pluginData === ownQuestion) return undefined;
  const resolved = await build.resolve(path, { kind, importer, namespace, resolveDir, pluginData: ownQuestion });
  const isFile = resolved.errors.length === 0 && !resolved.external && resolved.namespace === 'file';
  return isFile ? resolved : undefined;
}
