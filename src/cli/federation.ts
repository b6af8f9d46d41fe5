#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { nearestName } from '../core/nearest-name.js';
import type { Command } from './command.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** A command that the binary has, in a line; it is loaded only when it is called. */
interface KnownCommand {
  readonly does: string;
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, KnownCommand>> = {
  build: {
    does: 'Build a project: its exposed modules, its shared packages, its remoteEntry.json',
    load: async () => {
      (await import('../build/esbuild.js')).wakeEsbuild();
      return (await import('./build-command.js')).buildCommand;
    },
  },
  dev: {
    does: 'Serve remotes and pages, and show what changes at once',
    load: async () => {
      (await import('../build/esbuild.js')).wakeEsbuild();
      return (await import('./dev-command.js')).devCommand;
    },
  },
  types: {
    does: 'Fetch the declared types of the remotes of a manifest',
    load: async () => (await import('./types-command.js')).typesCommand,
  },
};

const names = Object.keys(commands);
const help = `Usage: federation <command> [options]

Commands
${names.map((name) => `  ${name.padEnd(9)} ${commands[name]?.does}`).join('\n')}

Options
  --help      Show the help of a command, as in federation build --help
  --version   Show the version

Exit codes: 0 all is well, 1 the command failed, 2 it was called in a wrong way
`;

// Whoever reads the output may have read enough, as in federation build --json | head.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

const terminal = createTerminal(process);
const [name = '', ...parameters] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  if (name === '--version' || name === '-v') terminal.print(`${version()}\n`);
  else if (name === '--help' || name === '-h') terminal.print(help);
  else if (name === 'help') return await runCommand(parameters[0] ?? '', ['--help']);
  else return await runCommand(name, parameters);
  return 0;
}

async function runCommand(name: string, parameters: readonly string[]): Promise<number> {
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) {
    terminal.report(`${describeUnknown(name)}\n\n${help}`);
    return 2;
  }
  const command = await known.load();
  try {
    return await command(parameters, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.report(`${error.message}\nSee federation ${name} --help\n`);
      return 2;
    }
    terminal.report(
      `${error instanceof Error ? error.stack : error}\nNobody expected that: it is a fault of this command, or of a plugin.\n`,
    );
    return 1;
  }
}

function describeUnknown(name: string): string {
  if (name === '') return `Which command? There is: ${names.join(', ')}.`;
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `There is: ${names.join(', ')}.` : `Did you mean "${nearest}"?`;
  return `There is no command "${stripVTControlCharacters(name)}". ${hint}`;
}

function version(): string {
  // Two folders up, from the source and from what is published.
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
