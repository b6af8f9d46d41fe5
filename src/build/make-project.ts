import { allOf } from './all-of.js';
import type { BuildResult, WrittenFile } from './build.js';
import type { BuildSettings } from './build-settings.js';
import { bundleProject, type ProjectBundles } from './bundle-project.js';
import type { BundleSession } from './bundle-session.js';
import { collectWarnings } from './collect-warnings.js';
import { createImportMapDocument } from './create-import-map-document.js';
import { createRemoteEntry } from './create-remote-entry.js';
import { emitProject } from './emit-project.js';
import { entryFileName } from './past-builds.js';
import { readCatalogs } from './read-catalogs.js';
import type { Project } from './read-project.js';
import type { RemoteEntryDocument } from './remote-entry-document.js';
import type { DeclaredTypes } from './types/declare-types.js';
import type { MadeTypes } from './types-writer.js';

/** What came of a project, in memory. */
export interface MadeProject {
  readonly result: BuildResult;
  readonly bundles: ProjectBundles;
  /** Declares the types that the entry promises, when somebody asks for them; only of what is watched. */
  readonly types?: (() => Promise<MadeTypes>) | undefined;
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
  // What is watched is built too often for a compiler.
  const isOnDemand = settings.types && session !== undefined;
  const typing = isOnDemand ? planTypesOf(settings) : settings.types ? declareTypesOf(settings) : noTypes;
  const [bundles, types] = await allOf([bundleProject(settings, session), typing]);
  const emitted = emitProject(bundles);
  const described = createRemoteEntry(emitted, settings, readCatalogs(settings.root), types.exposed);
  const entry = { ...described, ...(buildNotificationsEndpoint !== undefined && { buildNotificationsEndpoint }) };
  const { name, outDir } = settings;
  const files: readonly WrittenFile[] = [
    ...emitted.files.map(({ path, contents }) => ({ path, contents })),
    ...textsOf(types),
    ...(emitted.licenses.length > 0 ? [createText('licenses.txt', emitted.licenses.join('\n'))] : []),
    createText('importmap.json', `${JSON.stringify(createImportMapDocument(entry), null, 2)}\n`),
    createText(entryFileName, `${JSON.stringify(entry)}\n`),
  ];
  const notes = [...settings.notes, ...noteConsumed(entry)];
  const warnings = [...collectWarnings(bundles, { ...settings, notes }, configFile), ...types.warnings];
  return {
    result: { name, outDir, entry, files, warnings },
    bundles,
    ...(isOnDemand && { types: onDemand(settings) }),
    kept: bundles.kept,
  };
}

/** Few projects want it, and it takes time to load. */
async function declareTypesOf(settings: BuildSettings): Promise<DeclaredTypes> {
  return (await import('./types/declare-types.js')).declareTypes(settings);
}

async function planTypesOf(settings: BuildSettings): Promise<DeclaredTypes> {
  return { ...noTypes, exposed: (await import('./types/declare-types.js')).planTypes(settings) };
}

/** Once, for all who ask. */
function onDemand(settings: BuildSettings): () => Promise<MadeTypes> {
  let declared: Promise<MadeTypes> | undefined;
  return () => {
    declared ??= declareTypesOf(settings).then((types) => ({ files: textsOf(types), warnings: types.warnings }));
    return declared;
  };
}

function textsOf({ files }: DeclaredTypes): WrittenFile[] {
  return files.map(({ path, text }) => createText(path, text));
}

/** What a page must bring along, a sentence each. */
function noteConsumed({ consumes = {} }: RemoteEntryDocument): string[] {
  return Object.entries(consumes).map(
    ([name, { requiredVersion }]) =>
      `"${name}" is imported and not shipped (provide: false). A page needs ${requiredVersion} of it from its host or from another remote.`,
  );
}

const noTypes: DeclaredTypes = { files: [], exposed: new Map(), warnings: [] };

function createText(path: string, text: string): WrittenFile {
  return { path, contents: Buffer.from(text) };
}
