import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { readIntegrity } from '../core/read-integrity.js';

describe('the hashes of files', () => {
  it('are there for every file that a page may load, in a form that browsers heed', async () => {
    const files = {
      'src/m.js': "import './m.css'; import './logo.svg'; export const load = () => import('./lazy.js');",
      'src/m.css': 'a { b: c }',
      'src/lazy.js': 'export {};',
      'src/logo.svg': '<svg/>',
    };
    const { entry, files: all } = await buildProject({ files, sourcemap: true });
    const checked = all.map(({ path }) => path).filter((path) => /-[0-9A-Z]{8}\.\w+$/.test(path));
    assert.equal(checked.length, 4);
    assert.deepEqual(Object.keys(entry.integrity ?? {}), checked);
    for (const hash of Object.values(entry.integrity ?? {})) assert.equal(readIntegrity(hash), hash);
  });
});
