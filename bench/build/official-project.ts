/** What Native Federation's own builder needs, to be installed beside a remote: in this repository its TypeScript is too new. */
export const officialPackages = {
  '@softarc/native-federation': '4.7.0',
  '@softarc/native-federation-esbuild': '4.1.0',
};

/** A tsconfig.json that both builders take. */
export const officialTypeScript = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    allowJs: true,
  },
  include: ['src'],
};

/**
 * The `official.config.mjs` of a remote that shares all its packages.
 *
 * @param further - Entry points of packages to share besides. It takes what JSX imports for unused, even if it is named,
 * unless all entry points are to be kept.
 */
export function createOfficialConfig(name: string, exposed: string, further: readonly string[]): string {
  return `import { share, shareAll, withNativeFederation } from '@softarc/native-federation/config';
import { REACT_SKIP_LIST } from '@softarc/native-federation-esbuild/frameworks/react';
const flags = { singleton: true, strictVersion: true, requiredVersion: 'auto' };
const kept = { ...flags, includeSecondaries: { keepAll: true } };
const further = Object.fromEntries(${JSON.stringify(further)}.map((name) => [name, kept]));
export default withNativeFederation({
  name: '${name}',
  exposes: { './Widget': '${exposed}' },
  shared: { ...shareAll(flags, { skipList: REACT_SKIP_LIST }), ...share(further) },
});
`;
}
