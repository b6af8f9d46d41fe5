import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createProject } from './support/create-project.js';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const types18 = `${root}test/fixtures/react-18/node_modules/@types/react`;

const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const typed = Object.keys(exports).filter((door) => exports[door].types);

/** Projects that have all of them; none has two versions of React. */
const projects = [
  { doors: typed.filter((door) => door !== './types/react-18'), paths: {} },
  { doors: ['./types/react-18'], paths: { react: [types18], 'react/*': [`${types18}/*`] } },
];

/** What TypeScript has against a project that imports these doors of the package. */
async function compile({ doors, paths }: (typeof projects)[number], options: object): Promise<string> {
  const imports = doors.map((door) => `import type {} from 'federation-elements${door.slice(1)}';\n`);
  const always = { target: 'es2022', strict: true, noEmit: true, skipLibCheck: false, types: [], paths };
  const project = await createProject({
    files: {
      'program.ts': imports.join(''),
      'tsconfig.json': { compilerOptions: { ...always, ...options }, files: ['program.ts'] },
    },
  });
  await mkdir(`${project.root}/node_modules`);
  await symlink(resolve(root), `${project.root}/node_modules/federation-elements`, 'dir');
  const compiled = execute(process.execPath, [`${root}node_modules/.bin/tsc`, '-p', project.root]);
  return (await compiled.catch((error) => error)).stdout;
}

describe('the types of the package as it is published', () => {
  for (const exactOptionalPropertyTypes of [false, true])
    for (const [module, moduleResolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      const exactly = exactOptionalPropertyTypes ? 'with' : 'without';
      it(`have no errors in a project that checks libraries, resolves as ${moduleResolution}, ${exactly} exact optional properties`, async () => {
        for (const project of projects)
          assert.equal(await compile(project, { module, moduleResolution, exactOptionalPropertyTypes }), '');
      });
    }
});
