/** A published file, measured as it is: size-limit would minify it anew. */
const published = (name, path, limit) => ({
  name: `${path}: ${name}`,
  path,
  limit,
  modifyEsbuildConfig: (config) => ({ ...config, loader: { '.js': 'copy' } }),
});

/** What the package exports, measured as the bundler of its user makes it, without what that fetches lazily. */
const exported = (name, path, limit, ignore = []) => ({
  name,
  path,
  limit,
  ignore,
  modifyEsbuildConfig: ({ plugins = [], ...config }) => ({ ...config, plugins: [...plugins, lazyFiles] }),
});

const lazyFiles = {
  name: 'lazy-files',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

// None of these is raised without a line in docs/decisions/0003-sizes.md.
export default [
  published("tags, the runtime for what is plain, and Lit's reactive element", 'dist/federation.js', '18 kB'),
  published('fetched only where something on a page is not plain', 'dist/federation-thorough.js', '19.5 kB'),
  published('fetched only when a load has to be rescued', 'dist/federation-rescue-loader.js', '1.6 kB'),
  published('fetched only where a tag has a pattern', 'dist/federation-routing.js', '3.6 kB'),
  published('fetched only while a remote is being developed', 'dist/federation-live-reload.js', '3.2 kB'),
  published(
    'fetched only where a module is mounted in an unusual way',
    'dist/federation-recognise-contract.js',
    '2.2 kB',
  ),
  published('fetched only where a module is isolated', 'dist/federation-adopt-styles.js', '0.6 kB'),
  exported('the runtime without tags', 'dist/src/index.js', '11 kB'),
  exported('federation-elements/react: components for React', 'dist/src/react/index.js', '1 kB', ['react']),
];
