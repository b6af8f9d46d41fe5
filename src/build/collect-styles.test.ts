import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

describe('the styles of an exposed module', () => {
  it('are its own and those of the shared packages that it imports, at once or later', async () => {
    const { entry, texts } = await buildProject({
      files: {
        ...depending('a', 'b', 'unused'),
        ...pack('a', { 'index.js': "import './a.css'; export * from 'b';", 'a.css': '.a { color: red }' }),
        ...pack('b', { 'index.js': "import './b.css'; export const b = 1;", 'b.css': '.b { color: red }' }),
        ...pack('unused', { 'index.js': "import './u.css';", 'u.css': '.u { color: red }' }),
        'src/m.js': "import './m.css'; export const load = () => import('a');",
        'src/m.css': '.m { color: red }',
        'src/n.js': "import 'unused';",
      },
      config: { exposes: { './M': 'src/m.js', './N': 'src/n.js' } },
    });
    const stylesOf = (index: number): string[] =>
      (entry.exposes[index]?.styles ?? []).map((path) => texts.get(path)?.trim() ?? '');
    assert.deepEqual(stylesOf(0), ['.m{color:red}', '.a{color:red}', '.b{color:red}']);
    assert.deepEqual(stylesOf(1), ['.u{color:red}']);
  });

  it('are left out if there are none', async () => {
    const { entry } = await buildProject({ files: { 'src/m.js': 'export const v = 1;' } });
    assert.equal(entry.exposes[0]?.styles, undefined);
  });
});
