import type { Terminal } from './terminal.js';

/**
 * One command of the binary.
 *
 * @returns The exit code: 0 if all is well, 1 if not.
 * @throws {@link UsageError} if it was called in a wrong way.
 */
export type Command = (parameters: readonly string[], terminal: Terminal) => Promise<number>;
