import type { Bundle } from './bundle.js';
import type { ProjectBundles, SharedBundle } from './bundle-project.js';
import { bundlesOf } from './bundles-of.js';
import { type EmittedFile, nameFiles } from './name-files.js';
import type { SharedPackage } from './shared-packages.js';

/** A project under its final names. */
export interface EmittedProject {
  /** By path. */
  readonly files: readonly EmittedFile[];
  readonly byPath: ReadonlyMap<string, EmittedFile>;
  /** By source file. */
  readonly exposed: ReadonlyMap<string, EmittedFile>;
  /** By specifier, sorted. */
  readonly shared: ReadonlyMap<string, SharedFile>;
  readonly packages: readonly SharedBundle[];
  readonly installed: ProjectBundles['installed'];
  readonly consumed: ProjectBundles['consumed'];
  /** The final path of a name that esbuild gave, as a file beside that name means it. */
  readonly pathOf: (beside: EmittedFile, name: string) => string | undefined;
  readonly licenses: readonly string[];
}

/** An entry point of a shared package. */
interface SharedFile {
  readonly shared: SharedPackage;
  readonly file: EmittedFile;
}

/** Gives all files of a project their final names, and finds the entry points among them. */
export function emitProject({ project, packages, installed, consumed }: Omit<ProjectBundles, 'kept'>): EmittedProject {
  const exposed = new Map<string, EmittedFile>();
  const shared = new Map<string, SharedFile>();
  const byPath = new Map<string, EmittedFile>();
  const names = new Map<EmittedFile, ReadonlyMap<string, EmittedFile>>();
  const add = (bundle: Bundle): Map<string, EmittedFile> => {
    const files = nameFiles(bundle);
    for (const file of files.values()) {
      names.set(file, files);
      byPath.set(file.path, file);
    }
    return new Map(
      [...bundle.request.entryPoints].flatMap(([name, source]) => {
        const file = files.get(bundle.entries.get(name) ?? '');
        return file ? [[source, file] as const] : [];
      }),
    );
  };

  // The module of a host is there to import, not to be shipped.
  if (project.entries.size > 0) for (const [source, file] of add(project)) exposed.set(source, file);
  for (const { shared: one, bundle } of packages) {
    const bySource = add(bundle);
    for (const [specifier, source] of one.entryPoints) {
      const file = bySource.get(source);
      if (file) shared.set(specifier, { shared: one, file });
    }
  }
  return {
    files: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    byPath,
    exposed,
    shared: new Map([...shared].sort(([a], [b]) => (a < b ? -1 : 1))),
    packages,
    installed,
    consumed,
    pathOf: (beside, name) => names.get(beside)?.get(name)?.path,
    licenses: [...new Set(bundlesOf({ project, packages }).flatMap(({ licenses }) => licenses))],
  };
}
