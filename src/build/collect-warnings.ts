import { isAbsolute, relative } from 'node:path';
import type { SourceProblem } from './build-error.js';
import type { BuildSettings } from './build-settings.js';
import type { ProjectBundles } from './bundle-project.js';
import { readProblem } from './create-build-failure.js';

/**
 * What esbuild found doubtful in the project's own sources, and what the config asks for in vain; what packages do is
 * not its people's to mend.
 *
 * @param configFile - As warnings name it.
 */
export function collectWarnings(
  { project }: Pick<ProjectBundles, 'project'>,
  { root, notes }: Pick<BuildSettings, 'root' | 'notes'>,
  configFile: string,
): SourceProblem[] {
  const ofConfig = notes.map((text) => ({ text, file: relativeTo(root, configFile), line: 0, column: 0 }));
  const ofSources = project.warnings
    .map((message) => readProblem(message, root))
    .filter(({ file }) => !/(?:^|\/)node_modules\//.test(file));
  return [...ofConfig, ...ofSources];
}

function relativeTo(root: string, file: string): string {
  return isAbsolute(file) ? relative(root, file) : file;
}
