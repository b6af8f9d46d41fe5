import { packageNameOf } from '../core/package-name.js';
import { acceptedByAll } from './accepted-by-all.js';
import type { BuildSettings } from './build-settings.js';
import { collectStyles } from './collect-styles.js';
import { describePackages } from './describe-packages.js';
import type { EmittedProject } from './emit-project.js';
import { hashFiles } from './hash-files.js';
import type { EmittedFile } from './name-files.js';
import { dependencyRange } from './package-manifest.js';
import type {
  ConsumedDocument,
  ExposedDocument,
  FileDocument,
  PackageDocument,
  RemoteEntryDocument,
  SharedDocument,
} from './remote-entry-document.js';
import { type Catalogs, requiredVersion } from './required-version.js';
import { sharedOptions } from './shared-options.js';

/**
 * Describes a project that has been bundled, in the format that pages read.
 *
 * @param types - By source file, the path of its declarations; default: there are none.
 */
export function createRemoteEntry(
  emitted: EmittedProject,
  settings: BuildSettings,
  catalogs: Catalogs,
  types: ReadonlyMap<string, string> = new Map(),
): RemoteEntryDocument {
  const packages = describePackages(emitted, catalogs);
  const entryPoints = describeShared(emitted, settings, packages, catalogs);
  return {
    name: settings.name,
    exposes: settings.exposes.map((exposed) => describeExposed(exposed, emitted, types.get(exposed.file))),
    shared: settings.dense ? groupByPackage(entryPoints) : entryPoints,
    packages,
    ...describeConsumed(emitted, settings, catalogs),
    files: describeFiles(emitted),
    ...(settings.integrity && { integrity: hashFiles(emitted.files) }),
  };
}

function describeExposed(
  { key, file, element, contract }: BuildSettings['exposes'][number],
  emitted: EmittedProject,
  types: string | undefined,
): ExposedDocument {
  const outFileName = emitted.exposed.get(file)?.path ?? '';
  const styles = collectStyles(outFileName, emitted);
  return {
    key,
    outFileName,
    ...(element && { element }),
    ...(contract && { contract }),
    ...(styles.length > 0 && { styles }),
    ...(types && { types }),
  };
}

function describeShared(
  { shared }: EmittedProject,
  settings: BuildSettings,
  packages: Readonly<Record<string, PackageDocument>>,
  catalogs: Catalogs,
): SharedDocument[] {
  return [...shared].map(
    ([
      specifier,
      {
        file,
        shared: { name, installed, implied },
      },
    ]) => {
      const options = sharedOptions(specifier, settings);
      const version = options.version ?? installed.version;
      const wanted = Object.values(packages).flatMap(({ dependencies }) => dependencies[name] ?? []);
      const range = implied
        ? (acceptedByAll(wanted) ?? `^${version}`)
        : requiredVersion(installed.name, dependencyRange(settings.manifest, installed.name), version, catalogs);
      const { shareScope = settings.shareScope } = options;
      const isAutomatic = options.requiredVersion === undefined || options.requiredVersion === 'auto';
      return {
        packageName: specifier,
        version,
        requiredVersion: isAutomatic ? range : (options.requiredVersion as string),
        singleton: options.singleton ?? true,
        strictVersion: options.strictVersion ?? true,
        ...(shareScope !== undefined && { shareScope }),
        outFileName: file.path,
      };
    },
  );
}

function describeConsumed(
  { consumed, files }: EmittedProject,
  settings: BuildSettings,
  catalogs: Catalogs,
): Pick<RemoteEntryDocument, 'consumes'> {
  const externals = files.flatMap(({ bundled }) => [...bundled.externals, ...bundled.dynamicExternals]);
  const imported = new Set(externals.map(packageNameOf));
  const entries = [...consumed]
    .filter(([name]) => imported.has(name))
    .map(([name, { installed }]): [string, ConsumedDocument] => {
      const {
        requiredVersion: wanted = 'auto',
        singleton = true,
        strictVersion = true,
        ...options
      } = sharedOptions(name, settings);
      const { shareScope = settings.shareScope } = options;
      const declared = dependencyRange(settings.manifest, name);
      const isKnown = declared !== undefined || installed.manifest.version !== undefined;
      const range = isKnown ? requiredVersion(name, declared, installed.version, catalogs) : '*';
      const requested = wanted === 'auto' ? range : wanted;
      return [
        name,
        { requiredVersion: requested, singleton, strictVersion, ...(shareScope !== undefined && { shareScope }) },
      ];
    });
  return entries.length > 0 ? { consumes: Object.fromEntries(entries) } : {};
}

function groupByPackage(entryPoints: readonly SharedDocument[]): SharedDocument[] {
  const groups = new Map<string, SharedDocument & { entries: Record<string, string> }>();
  for (const { packageName: specifier, outFileName = '', ...facts } of entryPoints) {
    const packageName = packageNameOf(specifier);
    const key = JSON.stringify({ packageName, ...facts });
    const group = groups.get(key) ?? { packageName, ...facts, entries: {} };
    group.entries[specifier] = outFileName;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function describeFiles({ files, pathOf }: EmittedProject): Record<string, FileDocument> {
  return Object.fromEntries(files.map((file) => [file.path, describeFile(file, pathOf)]));
}

function describeFile(file: EmittedFile, pathOf: EmittedProject['pathOf']): FileDocument {
  const { imports, dynamicImports, externals, dynamicExternals } = file.bundled;
  const lazily = dynamicExternals.filter((specifier) => !externals.includes(specifier));
  const known = (names: readonly string[]): string[] => names.flatMap((name) => pathOf(file, name) ?? []);
  const lists = {
    imports: known(imports),
    externals: [...externals, ...lazily],
    dynamicImports: known(dynamicImports),
    dynamicExternals: lazily,
  };
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { bytes: file.contents.byteLength, ...Object.fromEntries(filled) };
}
