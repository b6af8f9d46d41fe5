import { readFileSync } from 'node:fs';

// The same lit as that of this repository, so that a runtime that compares versions finds one.
const lit = JSON.parse(
  readFileSync(new URL('../../../node_modules/lit/package.json', import.meta.url), 'utf8'),
).version;
// The TypeScript is one that they work with: the newest, which their range allows, has no API in JavaScript.
const common = { lit, typescript: '5.9.3' };

/** The official packages that build remotes for the tests, by generation. */
export const officialPackages = {
  v4: { '@softarc/native-federation': '4.7.0', '@softarc/native-federation-esbuild': '4.1.0', ...common },
  v3: { '@softarc/native-federation': '3.5.5', '@softarc/native-federation-esbuild': '2.0.28', ...common },
};

/**
 * What is built with them, each in a process of its own: options of `withNativeFederation` by the name that the remote gets.
 *
 * @type {readonly { generation: keyof typeof officialPackages, variations: Readonly<Record<string, object>> }[]}
 */
export const officialBuilds = [
  {
    generation: 'v4',
    variations: {
      flat: {},
      'dense-externals': { features: { denseExternals: true } },
      'dense-chunks': { features: { denseChunking: true } },
      dense: { features: { denseExternals: true, denseChunking: true } },
      hashed: { features: { integrityHashes: true } },
      scoped: { shareScope: 'team' },
      whole: { chunks: false },
      dev: {},
    },
  },
  // It takes what it has shared once for what it shares, whatever the options.
  { generation: 'v3', variations: { v3: {} } },
  { generation: 'v3', variations: { 'v3-dev': {} } },
];
