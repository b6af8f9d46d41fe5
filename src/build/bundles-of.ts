import type { Bundle } from './bundle.js';
import type { ProjectBundles } from './bundle-project.js';

/** All bundles of a project: first its own, then those of the packages that it shares. */
export function bundlesOf({ project, packages }: Pick<ProjectBundles, 'project' | 'packages'>): Bundle[] {
  return [project, ...packages.map(({ bundle }) => bundle)];
}
