import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from 'federation-elements/build';
import { installPackages } from '../test/node/support/install-packages.js';
import { createOfficialConfig, officialPackages, officialTypeScript } from './build/official-project.js';

/** A remote, as each of the two builders has built it. */
export interface Remote {
  readonly name: string;
  /** Folders that are ready to be served. */
  readonly ours: string;
  readonly official: string;
}

const execute = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const remotes = [
  { name: 'lit', exposed: './src/widget.js', packages: { lit: '3.3.3' }, further: [] },
  {
    name: 'react',
    exposed: './src/widget.jsx',
    packages: { react: '19.2.0', 'react-dom': '19.2.0' },
    further: ['react/jsx-runtime'],
  },
  { name: 'vue', exposed: './src/widget.js', packages: { vue: '3.5.22' }, further: [] },
];

/** Builds every remote with both builders, from the same sources and packages. */
export async function buildRemotes(): Promise<Remote[]> {
  const packages = Object.assign({}, ...remotes.map((remote) => remote.packages));
  const root = await installPackages({ ...packages, ...officialPackages });
  await cp(here('build/official.mjs'), `${root}/official.mjs`);
  const built: Remote[] = [];
  for (const { name, exposed, packages, further } of remotes) {
    const project = `${root}/remotes/${name}`;
    await mkdir(project, { recursive: true });
    await cp(here(`start/${name}`), project, { recursive: true });
    const write = (path: string, content: object | string): Promise<void> =>
      writeFile(`${project}/${path}`, typeof content === 'string' ? content : JSON.stringify(content));
    await write('package.json', { name, version: '1.0.0', type: 'module', dependencies: packages });
    await write('tsconfig.json', officialTypeScript);
    await write('official.config.mjs', createOfficialConfig(name, exposed, further));
    await execute(process.execPath, ['../../official.mjs', exposed], { cwd: project });
    await build({ root: project, config: { name, exposes: { './Widget': exposed } } });
    built.push({ name, ours: `${project}/dist`, official: `${project}/dist-official` });
  }
  return built;
}

/** Native Federation's orchestrator and the few lines that use it, bundled and minified as its documentation advises. */
export async function bundleOrchestrator(): Promise<Uint8Array> {
  const { outputFiles } = await bundle({
    entryPoints: [here('start/orchestrate.mjs')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
