import { stripVTControlCharacters } from 'node:util';
import { CodedError } from '../core/coded-error.js';
import type { Terminal } from './terminal.js';

/** Why something was not done, with its code. */
export function describeError(error: Error): string {
  const text = error instanceof CodedError ? `${error.code}: ${error.message}` : (error.stack ?? error.message);
  return `${stripVTControlCharacters(text)}\n`;
}

/** The same for machines. */
export function errorAsData(error: Error): object {
  const { message } = error;
  return error instanceof CodedError ? { code: error.code, message, details: error.details } : { message };
}

/**
 * Says why a command has failed, as the one thing that it says.
 *
 * @param isForMachines - Whether that is one JSON document.
 * @returns The exit code.
 * @throws What nobody expected.
 */
export function reportFailure(error: unknown, isForMachines: boolean, { print, report }: Terminal): number {
  if (!(error instanceof CodedError)) throw error;
  if (isForMachines) print(`${JSON.stringify({ error: errorAsData(error) }, null, 2)}\n`);
  else report(describeError(error));
  return 1;
}
