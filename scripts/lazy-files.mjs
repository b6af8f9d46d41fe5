/**
 * What the runtime loads only when it has to, by the name of the file that stands beside the bundle: an esbuild plugin.
 *
 * A classic script cannot be split, so these are bundles of their own: `import()` finds them relative to the script.
 */
export const lazyFiles = {
  './rescue-loader.js': './federation-rescue.js',
  'es-module-shims': './es-module-shims.js',
};

export const lazyFilesPlugin = {
  name: 'lazy-files',
  setup(build) {
    build.onResolve({ filter: /^(?:\.\/rescue-loader\.js|es-module-shims)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: lazyFiles[path], external: true } : undefined,
    );
  },
};
