import type { BuildOptions, BuildResult } from './build.js';
import type { MadeTypes, WrittenTypes } from './types-writer.js';
import { WatchedProject } from './watched-project.js';

/** What to build again and again, and how. */
export interface WatchOptions extends BuildOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Whether the output folder is kept up to date; default true. Without it the files are in the results only. */
  readonly write?: boolean;
  /** Where a development server tells of its builds, for the entry, which then has no hashes; default: nowhere. */
  readonly buildNotificationsEndpoint?: string;
}

/** How one of the builds ended. */
export type WatchedBuild = WatchedFacts &
  (
    | { readonly result: BuildResult; readonly error?: undefined }
    /** A `BuildError`, unless a plugin threw. What was built before is as it was. */
    | { readonly result?: undefined; readonly error: Error }
  );

interface WatchedFacts {
  /** Declares the types that the entry promises, when somebody asks for them; missing where they are written. */
  readonly types?: (() => Promise<MadeTypes>) | undefined;
  /**
   * What came of the types, which are written after the build; `undefined` if another build came before. Never rejects.
   * Missing where there are none, or nothing is written.
   */
  readonly writtenTypes?: Promise<WrittenTypes | undefined> | undefined;
  /** Milliseconds from the moment at which the changes were known to the output being in place. */
  readonly duration: number;
  /** Files that had changed, absolute; none for the first build. */
  readonly changes: readonly string[];
  /** What of the project's own files it was made of, absolute; after an error, what the last good build was. */
  readonly sources: readonly string[];
}

/**
 * Builds a project, and again whenever one of its sources, its config or its packages changes.
 *
 * A build that fails leaves the output of the one before in place, and is tried again with the next change. A build is
 * made for the state of the files at its beginning; what changes meanwhile is built next. If it fails as the one before,
 * after changes of files that are no known sources, that is not told again. Types are written after the build, as soon as
 * the compiler has declared them.
 *
 * @example
 * ```ts
 * for await (const { result, error, duration } of watch({ root: 'remotes/cart', mode: 'development' })) {
 *   console.log(error?.message ?? `${result.name}: ${duration} ms`);
 * }
 * ```
 *
 * Runs in Node.
 */
export async function* watch({ signal, ...options }: WatchOptions = {}): AsyncGenerator<WatchedBuild, void, void> {
  const project = new WatchedProject(options);
  /** What was wrong with the build before. */
  let told: string | undefined;
  try {
    for (let changes: ReadonlySet<string> = new Set(); !signal?.aborted; changes = await project.nextChanges(signal)) {
      const built = await project.build(changes);
      // Who writes down what is told may do so in the project itself, so that telling is a change.
      const isKnown = built.error !== undefined && built.error.message === told && !project.knows(changes);
      told = built.error?.message;
      if (!isKnown) yield built;
    }
  } finally {
    await project.close();
  }
}
