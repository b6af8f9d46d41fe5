import { once } from 'node:events';
import { relative } from 'node:path';
import { BuildError } from '../build/build-error.js';
import type { WatchedBuild } from '../build/watch.js';
import { type ServedProject, type ServeOptions, serveProjects } from '../dev-server/serve-projects.js';
import type { Command } from './command.js';
import { describeError, errorAsData } from './describe-error.js';
import { describeRebuild } from './describe-rebuild.js';
import { parseParameters } from './parse-parameters.js';
import type { Terminal } from './terminal.js';
import { untilStopped } from './until-stopped.js';
import { UsageError } from './usage-error.js';

const help = `Usage: federation dev [folder…] [options]

Serves folders, each on a port of its own (default: this folder), and what changes is built again and shown at once.
A folder with a federation.config is a remote; one with an index.html is a page, which finds the remotes in
federation.manifest.json and the tags in federation.js, unless it has these files itself.

Options
  --port <number>     Port of the first folder; the others have those after it (default: 4200; 0: any that are free)
  --origin <origin>   Lets pages of this origin load the remotes, besides those of this computer; more than once, or "*"
  --host              Lets other computers in
  --production        Ask packages for their production builds, and minify
  --no-cache          Make shared packages again, even if they are as they were
  --json              Print what happens as JSON, one object a line
  --help              Show this

Needs @web/dev-server. Exit codes: 0 stopped by Ctrl+C, 1 not started, 2 called in a wrong way
`;

const kinds = {
  port: 'string',
  origin: 'list',
  host: 'boolean',
  production: 'boolean',
  'no-cache': 'boolean',
  json: 'boolean',
} as const;

/** `federation dev`: serves remotes and pages while they are being developed. */
export const devCommand: Command = async (parameters, terminal) => {
  const { options: values, words } = parseParameters(parameters, kinds, 100);
  if (values.help) {
    terminal.print(help);
    return 0;
  }
  const stopped = untilStopped();
  const folders = words.length > 0 ? words : ['.'];
  const report = values.json ? reportAsJson(terminal) : reportToPeople(terminal);
  const options: ServeOptions = {
    port: readPort(values.port),
    origins: values.origin ?? [],
    isOpen: values.host ?? false,
    mode: values.production ? 'production' : 'development',
    cache: !values['no-cache'],
    onBuild: report.built,
  };
  terminal.progress('Building…');
  try {
    const { projects, close } = await serveProjects(folders, options);
    report.listening(projects);
    if (!stopped.aborted) await once(stopped, 'abort');
    await close();
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    report.failed(error);
    return 1;
  }
};

interface Report {
  readonly listening: (projects: readonly ServedProject[]) => void;
  readonly built: (folder: string, built: WatchedBuild) => void;
  readonly failed: (error: Error) => void;
}

function reportToPeople(terminal: Terminal): Report {
  const { paint } = terminal;
  return {
    listening(projects) {
      const rows = projects.map(({ folder, origin, name, hasPage }) => [
        name ?? (relative(process.cwd(), folder) || '.'),
        hasPage ? `${origin}/` : `${origin}/remoteEntry.json`,
      ]);
      const width = Math.max(...rows.map(([name = '']) => name.length));
      const lines = rows.map(([name = '', address = '']) => `  ${paint('bold', name.padEnd(width))}  ${address}`);
      terminal.print(`\n${lines.join('\n')}\n\n${paint('dim', 'Ctrl+C stops.')}\n`);
    },
    built(folder, built) {
      if (built.error) terminal.report(`✗ ${relative(process.cwd(), folder) || '.'}: ${describeError(built.error)}`);
      else terminal.print(describeRebuild(built, terminal));
    },
    failed: (error) => terminal.report(describeError(error)),
  };
}

function reportAsJson({ print }: Terminal): Report {
  const write = (message: object): void => print(`${JSON.stringify(message)}\n`);
  return {
    listening: (projects) => write({ type: 'listening', projects }),
    built(folder, { result, error, duration, changes }) {
      if (error) write({ type: 'error', folder, duration, changes, error: errorAsData(error) });
      else write({ type: 'built', folder, name: result.name, duration, changes, warnings: result.warnings });
    },
    failed: (error) => write({ type: 'failed', error: errorAsData(error) }),
  };
}

/** @throws {@link UsageError} */
function readPort(text = '4200'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`"${text}" is no port: --port takes a number from 0 to 65535.`);
}
