import type { SharedEntryPoint } from '../remote-entry.js';

/** What is said of an entry point, of whichever. */
type Said = Pick<SharedEntryPoint, 'version' | 'requiredVersion' | 'singleton' | 'strictVersion'>;

/** Whether the same is said of two entry points. */
export function saysSame(one: Said, other: Partial<Record<keyof Said, unknown>>): boolean {
  return (
    one.version === other.version &&
    one.requiredVersion === other.requiredVersion &&
    one.singleton === other.singleton &&
    one.strictVersion === other.strictVersion
  );
}
