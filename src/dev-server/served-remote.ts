import { basename, resolve } from 'node:path';
import type { BuildOptions, BuildResult } from '../build/build.js';
import { type WatchedBuild, watch } from '../build/watch.js';
import { type BuildMessage, tellComplete, tellError } from './build-message.js';
import { EventStream } from './event-stream.js';

/** Where, below the remote, its events are; as in formats.md. */
const eventsPath = 'federation/events';

const entryName = 'remoteEntry.json';

/** Builds whose files stay, for pages that were opened before and load something of them late. */
const mostBuilds = 20;

/** What a remote is made of, and where it is served. */
export interface ServedRemoteOptions extends Omit<BuildOptions, 'outDir'> {
  /** Path of the remote on its server, with a slash at both ends. */
  readonly path: string;
  /** Is told how each build ended. */
  readonly onBuild: (built: WatchedBuild) => void;
}

/** A remote that is built whenever it changes, and its files, which are in memory only. */
export class ServedRemote {
  readonly events: EventStream<BuildMessage> = new EventStream();
  readonly #options: ServedRemoteOptions;
  readonly #ending = new AbortController();
  /** The files of the latest builds, by name, the newest first. */
  #builds: readonly ReadonlyMap<string, Uint8Array>[] = [];
  /** Declares the types of the latest build. */
  #types: WatchedBuild['types'];
  #error: Error | undefined;
  #name: string;
  #watching: Promise<void> | undefined;
  #isReady: () => void = () => {};
  readonly #ready: Promise<void>;

  constructor(options: ServedRemoteOptions) {
    this.#options = options;
    this.#name = basename(resolve(options.root ?? '.'));
    this.#ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
  }

  /** Begins to build. Resolves when the first build has ended, well or not. */
  start(): Promise<void> {
    this.#watching ??= this.#watch();
    return this.#ready;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    this.events.close();
    await this.#watching;
  }

  /** What a page is told when it begins to listen: only what is wrong, for others reload at everything else. */
  get greeting(): BuildMessage | undefined {
    return this.#error && tellError(this.#name, this.#error);
  }

  /** Whether a path is that of the events. Native Federation puts the endpoint behind the remote's own path. */
  hasEventsAt(path: string): boolean {
    const endpoint = this.#options.path + eventsPath;
    return path === endpoint || path === this.#options.path + endpoint.slice(1);
  }

  /**
   * The file at a path of the server, as soon as the first build has ended; `undefined` if it is none of this remote.
   *
   * @throws {@link BuildError} `typescript-missing`, `types-failed`, if it is asked for declarations.
   */
  async find(path: string): Promise<Uint8Array | undefined> {
    if (!path.startsWith(this.#options.path)) return undefined;
    await this.#ready;
    const name = path.slice(this.#options.path.length);
    for (const files of this.#builds) {
      const contents = files.get(name);
      if (contents) return contents;
    }
    return name === entryName ? this.#emptyEntry() : this.#findTypes(name);
  }

  /** Types are declared when somebody asks: for each build it would take too long. */
  async #findTypes(name: string): Promise<Uint8Array | undefined> {
    if (!name.endsWith('.d.ts')) return undefined;
    return (await this.#types?.())?.files.find(({ path }) => path === name)?.contents;
  }

  async #watch(): Promise<void> {
    const { path, onBuild, ...options } = this.#options;
    const builds = watch({
      mode: 'development',
      sourcemap: true,
      ...options,
      write: false,
      buildNotificationsEndpoint: path + eventsPath,
      signal: this.#ending.signal,
    });
    for await (const built of builds) {
      if (built.result) this.#take(built);
      else this.#fail(built.error);
      onBuild(built);
      this.#isReady();
    }
  }

  #take({ result, types }: WatchedBuild & { readonly result: BuildResult }): void {
    const { name, files } = result;
    const next = new Map(files.map((file) => [file.path, file.contents]));
    const [last] = this.#builds;
    const isSame = last !== undefined && isEqual(last.get(entryName), next.get(entryName));
    const isMended = this.#error !== undefined;
    this.#name = name;
    this.#types = types;
    this.#error = undefined;
    this.#builds = [next, ...(isSame ? this.#builds.slice(1) : this.#builds)].slice(0, mostBuilds);
    if (!isSame || isMended) this.events.send(tellComplete(name));
  }

  #fail(error: Error): void {
    this.#error = error;
    this.events.send(tellError(this.#name, error));
  }

  /** Until there is a build: so that pages know where to listen for the first one. */
  #emptyEntry(): Uint8Array {
    const buildNotificationsEndpoint = this.#options.path + eventsPath;
    return Buffer.from(JSON.stringify({ name: this.#name, exposes: [], shared: [], buildNotificationsEndpoint }));
  }
}

function isEqual(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}
