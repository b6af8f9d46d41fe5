#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { Command } from './command.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Each command is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => {
    (await import('../build/esbuild.js')).wakeEsbuild();
    return (await import('./build-command.js')).buildCommand;
  },
};

const help = `Usage: federation <command> [options]

Commands
  build     Build a project: its exposed modules, its shared packages, its remoteEntry.json

Options
  --help      Show the help of a command, as in federation build --help
  --version   Show the version

Exit codes: 0 all is well, 1 the command failed, 2 it was called in a wrong way
`;

const terminal = createTerminal(process);
const [name = '', ...parameters] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  if (name === '--version' || name === '-v') terminal.print(`${version()}\n`);
  else if (name === '--help' || name === '-h') terminal.print(help);
  else return await runCommand();
  return 0;
}

async function runCommand(): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const known = Object.keys(commands).join(', ');
    terminal.report(
      `${name === '' ? 'Which command?' : `There is no command "${name}".`} There is: ${known}.\n\n${help}`,
    );
    return 2;
  }
  const command = await load();
  try {
    return await command(parameters, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.report(`${error.message}\nSee federation ${name} --help\n`);
    return 2;
  }
}

function version(): string {
  // Two folders up from the source, three from what is published.
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const { name: found, version: number } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
      if (found === 'federation-elements') return number;
    } catch {
      // It is not there.
    }
  }
  return 'unknown';
}
