import type { BuildResult, WrittenFile } from './build.js';
import { bundleProject, type ProjectBundles } from './bundle-project.js';
import type { BundleSession } from './bundle-session.js';
import { collectWarnings } from './collect-warnings.js';
import { createImportMapDocument } from './create-import-map-document.js';
import { createRemoteEntry } from './create-remote-entry.js';
import { emitProject } from './emit-project.js';
import { readCatalogs } from './read-catalogs.js';
import type { Project } from './read-project.js';
import { entryFileName } from './write-output.js';

/** What came of a project, in memory. */
export interface MadeProject {
  readonly result: BuildResult;
  readonly bundles: ProjectBundles;
  /** Is done when what was made is in the cache. */
  readonly kept: Promise<unknown>;
}

/** How a project is made, besides what its config says. */
export interface MakeOptions {
  /** What builds before have left; default: nothing. */
  readonly session?: BundleSession | undefined;
  /** Where a development server tells of its builds, for the entry; default: nowhere. */
  readonly buildNotificationsEndpoint?: string | undefined;
}

/**
 * Makes all files of a project, and writes none.
 *
 * @throws {@link BuildError}
 */
export async function makeProject(
  { settings, configFile }: Project,
  { session, buildNotificationsEndpoint }: MakeOptions = {},
): Promise<MadeProject> {
  const bundles = await bundleProject(settings, session);
  const emitted = emitProject(bundles);
  const described = createRemoteEntry(emitted, settings, readCatalogs(settings.root));
  const entry = { ...described, ...(buildNotificationsEndpoint !== undefined && { buildNotificationsEndpoint }) };
  const { name, outDir } = settings;
  const files: readonly WrittenFile[] = [
    ...emitted.files.map(({ path, contents }) => ({ path, contents })),
    ...(emitted.licenses.length > 0 ? [createText('licenses.txt', emitted.licenses.join('\n'))] : []),
    createText('importmap.json', `${JSON.stringify(createImportMapDocument(entry), null, 2)}\n`),
    createText(entryFileName, `${JSON.stringify(entry)}\n`),
  ];
  const warnings = collectWarnings(bundles, settings, configFile);
  return { result: { name, outDir, entry, files, warnings }, bundles, kept: bundles.kept };
}

function createText(path: string, text: string): WrittenFile {
  return { path, contents: Buffer.from(text) };
}
