import type { Plugin } from 'esbuild';

/** What of a plugin's answer says which further files it has read. */
interface Answer {
  readonly watchFiles?: string[];
  readonly watchDirs?: string[];
}

/**
 * Lets a plugin tell which files it reads besides those that esbuild asks it for, as one for Sass does with its imports:
 * esbuild keeps that to itself.
 *
 * @param note - Is given each file, and each folder of which everything counts; both absolute.
 */
export function noteWatchFiles(plugin: Plugin, note: (path: string, kind: 'file' | 'folder') => void): Plugin {
  const noting =
    <Question, Result extends Answer | null | undefined>(ask: (question: Question) => Result | Promise<Result>) =>
    async (question: Question): Promise<Result> => {
      const answer = await ask(question);
      for (const file of answer?.watchFiles ?? []) note(file, 'file');
      for (const folder of answer?.watchDirs ?? []) note(folder, 'folder');
      return answer;
    };
  return {
    ...plugin,
    setup: (build) =>
      plugin.setup({
        ...build,
        onLoad: (options, load) => build.onLoad(options, noting(load)),
        onResolve: (options, resolve) => build.onResolve(options, noting(resolve)),
      }),
  };
}
