import { type BuildOptions, build } from '../build/build.js';
import type { Command } from './command.js';
import { reportFailure } from './describe-error.js';
import { parseParameters } from './parse-parameters.js';
import { summarizeBuild } from './summarize-build.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const help = `Usage: federation build [folder] [options]

Builds the project in a folder (default: this one) as its federation.config.{js,mjs,ts} says.

Options
  --config <file>    Use this config
  --out-dir <dir>    Write there, instead of where the config says (default: dist)
  --dev              Ask packages for their development builds, and do not minify
  --no-minify        Do not minify
  --sourcemap        Write source maps beside the files
  --watch            Build again whenever something changes, until it is stopped
  --keep <n>         Leave the files of the last n builds for pages that are still open (default: 0)
  --types            Write the declarations of the exposed modules, by the project's own TypeScript;
                     while watching, after each build, which does not wait for them
  --no-cache         Make shared packages again, even if they are as they were
  --json             Print what was built as JSON, and an error as JSON too
  --help             Show this

Exit codes: 0 built, or stopped while watching, 1 not built (what was there before is as it was), 2 called in a wrong way
`;

const kinds = {
  config: 'string',
  'out-dir': 'string',
  dev: 'boolean',
  'no-minify': 'boolean',
  sourcemap: 'boolean',
  keep: 'string',
  types: 'boolean',
  'no-cache': 'boolean',
  watch: 'boolean',
  json: 'boolean',
} as const;

/** `federation build`: builds one project, and says what came out. */
export const buildCommand: Command = async (parameters, terminal) => {
  const { options: values, words } = parseParameters(parameters, kinds, 1);
  if (values.help) {
    terminal.print(help);
    return 0;
  }
  const [root] = words;
  const options: BuildOptions = {
    ...(root !== undefined && { root }),
    ...(values.config !== undefined && { config: values.config }),
    ...(values['out-dir'] !== undefined && { outDir: values['out-dir'] }),
    ...(values['no-minify'] && { minify: false }),
    ...(values.sourcemap && { sourcemap: true }),
    ...(values.keep !== undefined && { keep: readCount(values.keep) }),
    ...(values.types && { types: true }),
    ...(values['no-cache'] && { cache: false }),
    mode: values.dev ? 'development' : 'production',
  };
  if (values.watch) return (await import('./watch-build.js')).watchBuild(options, values.json ?? false, terminal);
  return await (values.json ? buildForMachines(options, terminal) : buildForPeople(options, terminal));
};

function readCount(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--keep takes a number of builds, as in --keep 3; it is "${text}".`);
}

async function buildForPeople(options: BuildOptions, terminal: Terminal): Promise<number> {
  const begin = performance.now();
  terminal.progress('Building…');
  try {
    const result = await build(options);
    terminal.print(await summarizeBuild(result, performance.now() - begin, terminal));
    return 0;
  } catch (error) {
    return reportFailure(error, false, terminal);
  }
}

async function buildForMachines(options: BuildOptions, terminal: Terminal): Promise<number> {
  try {
    const { name, outDir, entry, files, warnings } = await build(options);
    const sizes = files.map(({ path, contents }) => ({ path, bytes: contents.byteLength }));
    terminal.print(`${JSON.stringify({ name, outDir, files: sizes, warnings, entry }, null, 2)}\n`);
    return 0;
  } catch (error) {
    return reportFailure(error, true, terminal);
  }
}
