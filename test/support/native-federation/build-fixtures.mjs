// Builds the remote of test/fixtures/native-federation by each builder, and bundles the hosts of Native Federation.
// A process of its own, started in the remote's folder, with the loader for TypeScript.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { build } from '../../../src/build/build.ts';
import { installPackages } from '../../node/support/install-packages.ts';
import { officialBuilds, officialPackages } from './packages.mjs';

const execute = promisify(execFile);
const [outDir] = process.argv.slice(2);
// Not below node_modules, where bundlers take everything for an installed package.
const cache = fileURLToPath(new URL('../../../.federation/native-federation/', import.meta.url));
const sources = ['package.json', 'tsconfig.json', 'src'];

await rm(outDir, { recursive: true, force: true });
await mkdir(outDir, { recursive: true });
await Promise.all([buildOurs(), bundleHosts(), ...officialBuilds.map(buildOfficial)]);

async function buildOurs() {
  for (const [name, options] of Object.entries({
    ours: {},
    'ours-dense': { config: { dense: true } },
    'ours-dev': { mode: 'development', sourcemap: true },
  })) {
    const config = { name, exposes: { './Greeting': './src/greeting.js' }, ...options.config };
    await build({ ...options, config, root: '.', outDir: `${outDir}${name}` });
  }
}

/** Classic scripts: in a page that has loaded a module, Firefox accepts no import map. */
async function bundleHosts() {
  await esbuild.build({
    entryPoints: ['orchestrator', 'orchestrator-shim', 'runtime'].map((name) => `../hosts/${name}.mjs`),
    outdir: `${outDir}hosts`,
    bundle: true,
    format: 'iife',
  });
}

/** Their builds take a while, so each is kept for as long as the packages, the options and the remote are the same. */
async function buildOfficial({ generation, variations }) {
  const packages = officialPackages[generation];
  const script = fileURLToPath(new URL(`build-${generation}.mjs`, import.meta.url));
  const parts = [JSON.stringify([packages, variations]), ...(await readAll([script, ...(await sourceFiles())]))];
  const kept = `${cache}${generation}-${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12)}`;
  if (!existsSync(kept)) await buildKept({ packages, variations, script, kept });
  for (const name of Object.keys(variations)) await cp(`${kept}/${name}`, `${outDir}${name}`, { recursive: true });
}

async function buildKept({ packages, variations, script, kept }) {
  const projects = `${await installPackages(packages)}/projects`;
  await mkdir(projects, { recursive: true });
  await mkdir(cache, { recursive: true });
  const project = await mkdtemp(`${projects}/remote-`);
  try {
    await Promise.all(sources.map((path) => cp(path, `${project}/${path}`, { recursive: true })));
    await cp(script, `${project}/build.mjs`);
    await execute(process.execPath, ['build.mjs', JSON.stringify(variations)], { cwd: project });
    await rename(`${project}/out`, kept).catch((error) => {
      // Somebody else was faster.
      if (!existsSync(kept)) throw error;
    });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

async function sourceFiles() {
  const names = await readdir('src');
  return ['package.json', 'tsconfig.json', ...names.sort().map((name) => `src/${name}`)];
}

function readAll(files) {
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}
