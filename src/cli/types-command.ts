import { relative, resolve } from 'node:path';
import { findManifest } from '../build/types/find-manifest.js';
import { type PulledRemote, type PulledTypes, type PullTypesOptions, pullTypes } from '../build/types/pull-types.js';
import type { Command } from './command.js';
import { describeError, errorAsData, reportFailure } from './describe-error.js';
import { type Parameters, parseParameters } from './parse-parameters.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const help = `Usage: federation types [folder] [options]

Fetches the types that the remotes of a manifest declare, into a folder that your tsconfig.json includes. Then
loadRemoteModule('cart', './Cart'), federation.loadModule and import('cart/Cart') are typed.

Options
  --manifest <path or URL>   The manifest (default: the config's, else federation.manifest.json)
  --base <URL>               Where the manifest will be, if it has relative addresses (default: where it is)
  --out-dir <dir>            Write there (default: federation-types)
  --timeout <ms>             Wait so long for each file (default: 10000)
  --json                     Print what was fetched as JSON, and errors as JSON too
  --help                     Show this

Exit codes: 0 all remotes were read, 1 a remote was not (the others are written) or nothing was, 2 called in a wrong way
`;

const kinds = {
  manifest: 'string',
  base: 'string',
  'out-dir': 'string',
  timeout: 'string',
  json: 'boolean',
} as const;

/** `federation types`: fetches the types of a page's remotes. */
export const typesCommand: Command = async (parameters, terminal) => {
  const { options, words } = parseParameters(parameters, kinds, 1);
  if (options.help) {
    terminal.print(help);
    return 0;
  }
  terminal.progress('Reading the manifest…');
  try {
    const pulled = await pullTypes({
      ...(await readOptions(options, resolve(words[0] ?? '.'))),
      onProgress: (done, all) => terminal.progress(`${done} of ${all} remotes…`),
    });
    terminal.print(options.json ? printJson(pulled) : summarize(pulled, terminal));
    const faults = pulled.remotes.flatMap(({ error }) => error ?? []);
    if (!options.json) for (const fault of faults) terminal.report(describeError(fault));
    return faults.length > 0 ? 1 : 0;
  } catch (error) {
    return reportFailure(error, options.json === true, terminal);
  }
};

type TypesOptions = Parameters<typeof kinds>['options'];

async function readOptions(options: TypesOptions, folder: string): Promise<PullTypesOptions> {
  const timeout = readTimeout(options.timeout);
  const base = readBase(options.base);
  return {
    manifest: options.manifest ?? (await findManifest(folder)),
    outDir: resolve(folder, options['out-dir'] ?? 'federation-types'),
    ...(base !== undefined && { base }),
    ...(timeout !== undefined && { timeout }),
  };
}

function readTimeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const timeout = Number(text);
  if (Number.isInteger(timeout) && timeout > 0) return timeout;
  throw new UsageError(`--timeout is "${text}"; it takes milliseconds, as in --timeout 5000.`);
}

function readBase(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:\/\/[^/]/i.test(text)) return text;
  throw new UsageError(`--base is "${text}"; it takes a URL, as in --base https://shop.example/manifest.json.`);
}

function printJson({ outDir, remotes }: PulledTypes): string {
  const described = remotes.map(({ error, ...remote }) => ({ ...remote, ...(error && { error: errorAsData(error) }) }));
  return `${JSON.stringify({ outDir, remotes: described }, null, 2)}\n`;
}

function summarize({ outDir, remotes }: PulledTypes, { paint }: Pick<Terminal, 'paint'>): string {
  const lines = remotes.filter(({ error }) => !error).map((remote) => describeRemote(remote, paint));
  const modules = remotes.reduce((sum, { typed }) => sum + typed.length, 0);
  const folder = relative(process.cwd(), outDir) || '.';
  const last = `${paint('green', '✓')} types of ${count(modules, 'module')} of ${count(lines.length, 'remote')} in ${folder}`;
  return `${[...lines, last].join('\n')}\n`;
}

function describeRemote({ name, typed, untyped }: PulledRemote, paint: Terminal['paint']): string {
  const without =
    untyped.length > 0 ? paint('yellow', `${typed.length > 0 ? '; ' : ''}without types: ${untyped.join(', ')}`) : '';
  return `${paint('bold', name)}  ${typed.join(', ')}${without}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
