import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import solid from 'babel-preset-solid';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const react18 = pathOf('../../fixtures/react-18/');
const folders = [
  { folder: pathOf('../../fixtures/frameworks/') },
  // Also for what is imported from other folders.
  {
    folder: react18,
    alias: { react: `${react18}node_modules/react`, 'react-dom': `${react18}node_modules/react-dom` },
  },
];

/**
 * Serves the modules of test/fixtures/frameworks and of test/fixtures/react-18 as `/__frameworks/‹name›.js`, bundled so
 * that what several of them import is there once; and the JSON beside them as it is.
 */
export function frameworksPlugin() {
  /** @type {Promise<ReadonlyMap<string, string>> | undefined} */
  let served;
  return {
    name: 'frameworks',
    async serve({ path }) {
      if (!path.startsWith('/__frameworks/')) return undefined;
      served ??= bundleFrameworks();
      const body = (await served).get(basename(path));
      return body === undefined ? undefined : { body, type: path.endsWith('.json') ? 'json' : 'js' };
    },
  };
}

/** Name of each file → its text. */
export async function bundleFrameworks() {
  return new Map((await Promise.all(folders.map(bundleFolder))).flat());
}

async function bundleFolder({ folder, alias = {} }) {
  const files = readdirSync(folder).map((name) => folder + name);
  const { outputFiles } = await build({
    entryPoints: files
      .filter((file) => /\.jsx?$/.test(file))
      .map((file) => ({ in: file, out: basename(file).replace(/\.jsx?$/, '') })),
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    alias,
    // Asked for by a page that has it from the other folder.
    external: ['/__frameworks/*'],
    // Of a package that has both, only the production build.
    minifySyntax: true,
    conditions: ['production', 'browser'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ngDevMode: 'false',
    },
    plugins: [sveltePlugin, solidPlugin],
  });
  const documents = files.filter((file) => file.endsWith('remoteEntry.json'));
  return [
    ...outputFiles.map(({ path, text }) => [basename(path), text]),
    ...documents.map((file) => [basename(file), readFileSync(file, 'utf8')]),
  ];
}

const sveltePlugin = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      const { js } = compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client', dev: false });
      return { contents: js.code, loader: 'js' };
    });
  },
};

const solidPlugin = {
  name: 'solid',
  setup({ onLoad }) {
    onLoad({ filter: /solid-.*\.jsx$/ }, async ({ path }) => {
      const options = { filename: path, presets: [solid], babelrc: false, configFile: false };
      return { contents: (await transformAsync(readFileSync(path, 'utf8'), options)).code, loader: 'js' };
    });
  },
};
