import type { FederationErrorDetails } from './errors.js';

/** The sentences of `shared-missing`. Runs anywhere: pure. */
export function sayMissing({ remote, specifier }: FederationErrorDetails['shared-missing']): string {
  return `Remote "${remote}" needs "${specifier}", which no remote shares. Share it in the build of "${remote}" or of the host.`;
}
