import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { BuildResult } from './build.js';
import { BundleSession } from './bundle-session.js';
import { bundlesOf } from './bundles-of.js';
import { FileChanges } from './file-changes.js';
import { foldersBelow } from './folders-below.js';
import { isInstalled } from './is-installed.js';
import { configNames } from './load-config.js';
import { type MadeProject, makeProject } from './make-project.js';
import { noteWatchFiles } from './note-watch-files.js';
import { type Project, readProject } from './read-project.js';
import { TypesWriter } from './types-writer.js';
import type { WatchedBuild, WatchOptions } from './watch.js';
import { writeChanges } from './write-changes.js';
import { writeOutput } from './write-output.js';

/** Files by which package managers note what they have installed. */
const installNotes = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

/**
 * A project that is built again and again.
 *
 * What its config and its packages decide is kept until one of them changes.
 */
export class WatchedProject {
  readonly #options: Omit<WatchOptions, 'signal'>;
  readonly #root: string;
  readonly #changes: FileChanges;
  #project: Project | undefined;
  #session: BundleSession | undefined;
  /** Sources of the last build that succeeded. */
  #inputs: ReadonlySet<string> = new Set();
  /** What plugins read besides. */
  readonly #noted: Readonly<Record<'file' | 'folder', Set<string>>> = { file: new Set(), folder: new Set() };
  /** Is done when the last build is in the cache. */
  #kept: Promise<unknown> = Promise.resolve();
  readonly #types: TypesWriter = new TypesWriter();
  /** What was written last, besides the types. */
  #written: BuildResult | undefined;

  constructor(options: Omit<WatchOptions, 'signal'>) {
    this.#options = options;
    this.#root = resolve(options.root ?? '.');
    this.#changes = new FileChanges((file) => this.#isOutput(file));
  }

  /** Builds, and watches from then on what the build was made of. */
  async build(changes: ReadonlySet<string>): Promise<WatchedBuild> {
    const begin = performance.now();
    const begun = Date.now();
    const facts = (): Pick<WatchedBuild, 'duration' | 'changes' | 'sources'> => ({
      duration: performance.now() - begin,
      changes: [...changes],
      sources: this.#sources(),
    });
    try {
      if (this.#lacksExposed() || [...changes].some((file) => this.#isDecisive(file))) await this.#forget();
      const { result, bundles, types } = await this.#make(changes);
      const inputs = bundlesOf(bundles).flatMap((one) => one.inputs);
      this.#inputs = new Set(inputs);
      const isWritten = this.#options.write ?? true;
      const writtenTypes = types && isWritten ? this.#types.write(result.outDir, types) : undefined;
      const built = { result, ...(writtenTypes ? { writtenTypes } : types && { types }), ...facts() };
      this.#follow(begun, []);
      return built;
    } catch (error) {
      this.#follow(
        begun,
        foldersBelow(this.#root, (folder) => this.#isOutput(folder)),
      );
      return { error: errorOf(error), ...facts() };
    }
  }

  /** Whether any of these files is known to decide what comes of the project. */
  knows(files: ReadonlySet<string>): boolean {
    const exposed = this.#project?.settings.exposes.map(({ file }) => file) ?? [];
    const sources = new Set([...this.#sources(), ...exposed]);
    return [...files].some((file) => sources.has(file) || this.#isDecisive(file));
  }

  nextChanges(signal?: AbortSignal): Promise<ReadonlySet<string>> {
    return this.#changes.next(signal);
  }

  async close(): Promise<void> {
    this.#changes.close();
    await this.#kept;
    await this.#types.close();
    await this.#session?.dispose();
  }

  async #make(changes: ReadonlySet<string>): Promise<MadeProject> {
    const { buildNotificationsEndpoint, write = true } = this.#options;
    this.#project ??= await this.#read(buildNotificationsEndpoint !== undefined);
    this.#session ??= new BundleSession(true);
    this.#session.forget(changes);
    const made = await makeProject(this.#project, { session: this.#session, buildNotificationsEndpoint });
    this.#kept = made.kept;
    if (write) await this.#write(made, this.#project.settings.keep);
    return made;
  }

  /** The types of the build before stay until those of this one are there. */
  async #write({ result, types }: MadeProject, keep: number): Promise<void> {
    const { outDir } = result;
    this.#types.supersede();
    const isSame = this.#written?.outDir === outDir;
    const last = isSame && this.#written ? [...this.#written.files, ...this.#types.files] : undefined;
    if (!isSame || !types) this.#types.forget();
    const files = [...result.files, ...this.#types.files];
    if (last && keep === 0) writeChanges(outDir, files, last);
    else await writeOutput(outDir, files, { keep, ...(last && { last }) });
    this.#written = result;
  }

  async #read(isServed: boolean): Promise<Project> {
    const { settings, configFile } = await readProject(this.#options);
    const plugins = settings.esbuild.plugins?.map((plugin) =>
      noteWatchFiles(plugin, (path, kind) => this.#noted[kind].add(path)),
    );
    const esbuild = { ...settings.esbuild, ...(plugins && { plugins }) };
    // The hashes of new files would need a further import map, which Firefox does not take.
    const integrity = settings.integrity && !isServed;
    return { configFile, settings: { ...settings, esbuild, integrity } };
  }

  async #forget(): Promise<void> {
    await this.#session?.dispose();
    this.#session = undefined;
    this.#project = undefined;
  }

  /** @param since - Files that have changed after this moment, in milliseconds, count as changed at once. */
  #follow(since: number, folders: readonly string[]): void {
    const files = new Set([...this.#decisiveFiles(), ...this.#sources()]);
    this.#changes.follow(files, [...folders, ...this.#noted.folder]);
    for (const file of files) if (changedAt(file) > since) this.#changes.add(file);
  }

  #sources(): string[] {
    return [...this.#inputs, ...this.#noted.file].filter((file) => !isInstalled(file));
  }

  /** The config, the package.json files and catalogs that count, and what tells of a new installation. */
  #decisiveFiles(): string[] {
    const root = this.#project?.settings.root ?? this.#root;
    const named = this.#project?.configFile ?? this.#options.config;
    const config = typeof named === 'string' ? [resolve(root, named)] : [];
    const above = foldersAbove(root);
    const packages = new Set([...above, ...this.#sources().map(dirname)].map((folder) => join(folder, 'package.json')));
    const catalogs = above.map((folder) => join(folder, 'pnpm-workspace.yaml'));
    const modules = above.map((folder) => join(folder, 'node_modules')).filter((folder) => existsSync(folder));
    return [
      ...config,
      ...configNames.map((name) => join(root, name)),
      join(root, 'tsconfig.json'),
      ...[...packages, ...catalogs].filter((file) => existsSync(file)),
      ...modules.flatMap((folder) => installNotes.map((name) => join(folder, name))),
    ];
  }

  /** Whether a change of a file may change everything. */
  #isDecisive(file: string): boolean {
    const names = ['package.json', 'pnpm-workspace.yaml', ...configNames, ...installNotes];
    return file === this.#project?.configFile || names.includes(basename(file));
  }

  /** Whether the config, read again, would have an error. */
  #lacksExposed(): boolean {
    return this.#project?.settings.exposes.some(({ file }) => !existsSync(file)) ?? false;
  }

  #isOutput(file: string): boolean {
    const folder = this.#project?.settings.outDir ?? resolve(this.#root, this.#options.outDir ?? 'dist');
    return file === folder || file.startsWith(folder + sep);
  }
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

/** What the code of a config throws may be anything. */
function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`It threw ${String(thrown)}.`, { cause: thrown });
}

/** In whole milliseconds, as `Date.now()` counts: with parts, a file would be newer than a moment that came just after. */
function changedAt(file: string): number {
  return Math.floor(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
