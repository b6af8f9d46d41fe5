/** What most pages never need, by the name of the file that stands beside the bundle. */
const lazyFiles = {
  './rescue-loader.js': './federation-rescue.js',
  'es-module-shims': './es-module-shims.js',
};

/**
 * Leaves out of a bundle what the runtime loads only when it has to: an esbuild plugin.
 *
 * A classic script cannot be split, so these are bundles of their own; `import()` finds them relative to the script.
 */
export const lazyFilesPlugin = {
  name: 'lazy-files',
  setup(build) {
    build.onResolve({ filter: /^(?:\.\/rescue-loader\.js|es-module-shims)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: lazyFiles[path], external: true } : undefined,
    );
  },
};
