import type { SourceProblem } from './build-error.js';
import type { ProjectBundles } from './bundle-project.js';
import { readProblem } from './create-build-failure.js';

/** What esbuild found doubtful in the project's own sources; what packages do is not its people's to mend. */
export function collectWarnings({ project }: ProjectBundles, root: string): SourceProblem[] {
  return project.warnings
    .map((message) => readProblem(message, root))
    .filter(({ file }) => !/(?:^|\/)node_modules\//.test(file));
}
