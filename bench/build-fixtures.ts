import { cp, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../test/node/support/install-packages.js';
import { createOfficialConfig, officialPackages, officialTypeScript } from './build/official-project.js';

/** A remote that every builder can build. */
export interface Fixture {
  readonly name: string;
  readonly root: string;
  /** The exposed source, relative to the root. */
  readonly exposed: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const remotes = [
  { name: 'lit 3', source: 'lit', exposed: './src/widget.js', packages: { lit: '3.3.3' }, further: [] },
  {
    name: 'React 18',
    source: 'react',
    exposed: './src/widget.jsx',
    packages: { react: '18.3.1', 'react-dom': '18.3.1' },
    further: ['react/jsx-runtime'],
  },
  {
    name: 'React 19',
    source: 'react',
    exposed: './src/widget.jsx',
    packages: { react: '19.2.0', 'react-dom': '19.2.0' },
    further: ['react/jsx-runtime'],
  },
];

/** Puts the remotes on the disk, with their packages. */
export async function createFixtures(): Promise<Fixture[]> {
  const fixtures: Fixture[] = [];
  for (const { name, source, exposed, packages, further } of remotes) {
    const root = await installPackages({ ...packages, ...officialPackages });
    const write = (path: string, text: string): Promise<void> => writeFile(`${root}/${path}`, text);
    await mkdir(`${root}/src`, { recursive: true });
    await cp(here(`build/${source}/src`), `${root}/src`, { recursive: true });
    await cp(here('build/plain-esbuild.mjs'), `${root}/plain-esbuild.mjs`);
    await cp(here('build/official.mjs'), `${root}/official.mjs`);
    await write(
      'package.json',
      JSON.stringify({ name: 'bench', version: '1.0.0', type: 'module', dependencies: packages }),
    );
    await write('federation.config.js', ourConfig(exposed));
    await write('official.config.mjs', createOfficialConfig('bench', exposed, further));
    await write('tsconfig.json', JSON.stringify(officialTypeScript));
    fixtures.push({ name, root, exposed });
  }
  return fixtures;
}

function ourConfig(exposed: string): string {
  return `import { defineFederation } from 'federation-elements/build';
export default defineFederation({ name: 'bench', exposes: { './Widget': '${exposed}' } });
`;
}
