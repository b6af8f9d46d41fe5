import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What of a folder counts. */
interface FolderInterest {
  readonly names: Set<string>;
  /** Whether files that come and go count as well: an import may have waited for one, or mean another one now. */
  readonly isOpen: boolean;
  /** Whether every file counts. */
  isWhole: boolean;
}

/** Names that people and their editors leave about, and that no source has. */
const noise = /^\.|~$|^4913$|\.(?:swp|swx|tmp|bak)$|^node_modules$/;

/** Milliseconds of quiet after which a change counts as done: editors empty a file before they fill it. */
const settlingTime = 8;

/**
 * Tells when files change, come or go.
 *
 * It is folders that are watched, for many editors put a new file in the place of the old one.
 */
export class FileChanges {
  readonly #isIgnored: (file: string) => boolean;
  readonly #watchers = new Map<string, FSWatcher>();
  #interests: ReadonlyMap<string, FolderInterest> = new Map();
  #changed = new Set<string>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  #isSettled = false;
  #wake: () => void = () => {};

  /** @param isIgnored - Whether nothing that happens to a file counts; given an absolute path. */
  constructor(isIgnored: (file: string) => boolean) {
    this.#isIgnored = isIgnored;
  }

  /**
   * Watches these and no others from now on.
   *
   * @param files - Absolute. What happens beside them counts too, unless it is in a package.
   * @param folders - Absolute. Whatever happens in them counts.
   */
  follow(files: Iterable<string>, folders: Iterable<string> = []): void {
    const interests = new Map<string, FolderInterest>();
    const of = (folder: string): FolderInterest => {
      const isOpen = !/[\\/]node_modules(?:[\\/]|$)/.test(folder);
      const known = interests.get(folder) ?? { names: new Set(), isOpen, isWhole: false };
      interests.set(folder, known);
      return known;
    };
    for (const file of files) of(dirname(file)).names.add(basename(file));
    for (const folder of folders) of(folder).isWhole = true;
    this.#interests = interests;
    for (const [folder, watcher] of this.#watchers) {
      if (interests.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of interests.keys()) if (!this.#watchers.has(folder)) this.#watch(folder);
  }

  /** Counts a file as changed. */
  add(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#settling);
    this.#isSettled = false;
    this.#settling = setTimeout(() => {
      this.#isSettled = true;
      this.#wake();
    }, settlingTime);
  }

  /**
   * The files that have changed since the last call, as soon as there are any and they are quiet.
   *
   * @returns None if the signal ends the waiting.
   */
  async next(signal?: AbortSignal): Promise<ReadonlySet<string>> {
    if (!this.#isSettled && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = () => {
          signal?.removeEventListener('abort', this.#wake);
          resolve();
        };
        signal?.addEventListener('abort', this.#wake);
      });
    }
    const changed = this.#changed;
    this.#changed = new Set();
    this.#isSettled = false;
    return changed;
  }

  close(): void {
    clearTimeout(this.#settling);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => this.#happened(folder, event, name));
      watcher.on('error', () => this.#lose(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // It is gone: what was in it will be missed by the next build, which then says so.
    }
  }

  #happened(folder: string, event: string, name: string | null): void {
    const interest = this.#interests.get(folder);
    const file = join(folder, name ?? '');
    if (!interest || this.#isIgnored(file)) return;
    const isOfInterest = interest.isWhole || (interest.isOpen && event === 'rename');
    if (name === null || interest.names.has(name) || (isOfInterest && !noise.test(name))) this.add(file);
  }

  #lose(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
    this.add(folder);
  }
}
