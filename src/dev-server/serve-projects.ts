import { existsSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { BuildOptions } from '../build/build.js';
import { BuildError } from '../build/build-error.js';
import { configNames } from '../build/load-config.js';
import type { WatchedBuild } from '../build/watch.js';
import { type DevServerPlugin, federationPlugin } from './federation-plugin.js';
import { pagePlugin } from './page-plugin.js';
import { type StartedServer, startServer } from './start-server.js';

/** How projects are served; each build is one for development, with source maps, unless told otherwise. */
export interface ServeOptions extends Omit<BuildOptions, 'root' | 'config' | 'outDir'> {
  /** Port of the first folder, the others have those after it; default 4200; 0 takes any that are free. */
  readonly port?: number;
  /** Origins whose pages may load the remotes, besides those of this computer; `*` means all. Default: none. */
  readonly origins?: readonly string[];
  /** Whether other computers are answered; default: only this one. */
  readonly isOpen?: boolean;
  /** Is told how each build of a folder, absolute, ended. */
  readonly onBuild?: (folder: string, built: WatchedBuild) => void;
}

/** Servers that listen, one for each folder. */
export interface ServedProjects {
  /** In the order of the folders. */
  readonly projects: readonly ServedProject[];
  /** Name → URL of the entry, of all remotes. */
  readonly manifest: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A folder that is served. */
export interface ServedProject {
  /** Absolute. */
  readonly folder: string;
  /** As in `http://localhost:4201`. */
  readonly origin: string;
  /** Of the remote; missing for a folder of pages. */
  readonly name?: string;
  /** Whether it has an index.html. */
  readonly hasPage: boolean;
}

/**
 * Serves folders, each from an origin of its own: remotes, which are built, and pages, which get a manifest of the
 * remotes unless they have one. Resolves when each first build has ended, well or not.
 *
 * @throws {@link BuildError} `nothing-to-serve`, `port-taken`, `name-taken`, `dev-server-missing`; then nothing is served.
 */
export async function serveProjects(folders: readonly string[], options: ServeOptions = {}): Promise<ServedProjects> {
  const { port = 4200, isOpen = false } = options;
  const latest = new Map<string, WatchedBuild>();
  const plans = folders.map((folder) => planFolder(resolve(folder)));
  const manifest: Record<string, string> = {};
  let tellComplete = (): void => {};
  // Servers of pages listen before the remotes are built and have their names.
  const complete = new Promise<void>((resolve) => {
    tellComplete = resolve;
  });
  const started = await Promise.allSettled(
    plans.map(({ folder, hasConfig, hasPage }, index) =>
      startServer({
        port: port === 0 ? 0 : port + index,
        isOpen,
        pages: hasPage ? folder : undefined,
        plugins: [
          ...(hasConfig ? [createRemotePlugin(folder, latest, options)] : []),
          ...(hasPage ? [createPagePlugin(folder, plans, latest, () => complete.then(() => manifest))] : []),
        ],
      }),
    ),
  );
  const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
  };
  for (const one of started) {
    if (one.status === 'fulfilled') continue;
    await close();
    throw one.reason;
  }
  const projects = plans.map(({ folder, hasConfig, hasPage }, index): ServedProject => {
    const { origin } = servers[index] as StartedServer;
    return {
      folder,
      origin,
      hasPage,
      ...(hasConfig && { name: latest.get(folder)?.result?.name ?? basename(folder) }),
    };
  });
  const repeated = findRepeated(projects);
  if (repeated) {
    await close();
    throw repeated;
  }
  for (const { name, origin, folder } of projects) {
    const isHost = latest.get(folder)?.result?.entry.exposes.length === 0;
    if (name !== undefined && !isHost) manifest[name] = `${origin}/remoteEntry.json`;
  }
  tellComplete();
  return { projects, manifest, close };
}

interface Plan {
  readonly folder: string;
  readonly hasConfig: boolean;
  readonly hasPage: boolean;
}

function planFolder(folder: string): Plan {
  const hasConfig = configNames.some((name) => existsSync(join(folder, name)));
  const hasPage = existsSync(join(folder, 'index.html'));
  if (!hasConfig && !hasPage) throw new BuildError('nothing-to-serve', { folder });
  return { folder, hasConfig, hasPage };
}

function findRepeated(projects: readonly ServedProject[]): BuildError | undefined {
  for (const { name, folder } of projects) {
    const others = projects.filter((one) => one.name !== undefined && one.name === name && one.folder !== folder);
    if (name !== undefined && others.length > 0) {
      return new BuildError('name-taken', { remote: name, folders: [folder, ...others.map((one) => one.folder)] });
    }
  }
  return undefined;
}

function createPagePlugin(
  page: string,
  plans: readonly Plan[],
  latest: ReadonlyMap<string, WatchedBuild>,
  listRemotes: () => Promise<Readonly<Record<string, string>>>,
): DevServerPlugin {
  const remotes = plans.filter(({ hasConfig, folder }) => hasConfig && folder !== page).map(({ folder }) => folder);
  return pagePlugin({
    root: page,
    manifest: async (hostname) => nameHost(await listRemotes(), hostname),
    // Remotes tell of their changes themselves.
    isIgnored: (path) =>
      [...remotes, join(page, 'dist')].some((folder) => path === folder || path.startsWith(folder + sep)) ||
      (latest.get(page)?.sources.includes(path) ?? false),
  });
}

/** The same addresses, by another name of this computer. */
function nameHost(manifest: Readonly<Record<string, string>>, hostname: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(manifest).map(([name, address]) => {
      const url = new URL(address);
      url.hostname = hostname;
      return [name, url.href];
    }),
  );
}

function createRemotePlugin(
  folder: string,
  latest: Map<string, WatchedBuild>,
  { port: _, isOpen: __, onBuild, ...options }: ServeOptions,
): DevServerPlugin {
  return federationPlugin({
    ...options,
    root: folder,
    onBuild(built) {
      latest.set(folder, built);
      onBuild?.(folder, built);
    },
  });
}
