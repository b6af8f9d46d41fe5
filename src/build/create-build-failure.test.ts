import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import type { BuildError } from './build-error.js';
import { createBuildFailure, readProblem } from './create-build-failure.js';

const problem = { id: '', notes: [], detail: undefined, pluginName: '', text: 'odd' };
const location = {
  file: '/home/me/cart/src/cart.ts',
  namespace: '',
  line: 3,
  column: 4,
  length: 1,
  lineText: '',
  suggestion: '',
};

describe('a failure of the bundler', () => {
  it('names every place where a source is wrong', async () => {
    const files = { 'src/m.js': "import './n.js';\nlet a;\nlet a;", 'src/n.js': 'export const = 1;' };
    await assert.rejects(buildProject({ files }), ({ code, details }: BuildError<'source-invalid'>) => {
      assert.equal(code, 'source-invalid');
      assert.deepEqual(details.problems.map(({ file, line }) => [file, line]).sort(), [
        ['src/m.js', 3],
        ['src/n.js', 1],
      ]);
      return true;
    });
  });

  it('names each import that leads nowhere once', async () => {
    const files = {
      'src/m.js': "import './n.js'; import 'ghost'; import './gone.js'; import { a } from 'ghost'; a();",
      'src/n.js': "import 'ghost';",
    };
    await assert.rejects(buildProject({ files }), ({ code, details }: BuildError<'import-unresolved'>) => {
      assert.equal(code, 'import-unresolved');
      const imports = details.imports.map(({ importer, specifier }) => `${importer} ${specifier}`);
      assert.deepEqual(imports.sort(), ['src/m.js ./gone.js', 'src/m.js ghost', 'src/n.js ghost']);
      return true;
    });
  });

  it('names the plugin that threw', async () => {
    const plugin = {
      name: 'mine',
      setup: ({ onLoad }: import('esbuild').PluginBuild) =>
        onLoad({ filter: /m\.js$/ }, () => {
          throw new Error('no');
        }),
    };
    const built = buildProject({ files: { 'src/m.js': '' }, config: { esbuild: { plugins: [plugin] } } });
    await assert.rejects(built, ({ details }: BuildError<'source-invalid'>) => {
      assert.match(details.problems[0]?.text ?? '', /no \(plugin mine\)$/);
      return true;
    });
  });

  it('stays what it is if it is another error', () => {
    const error = new RangeError('other');
    assert.equal(createBuildFailure(error, '/'), error);
  });
});

describe('a problem', () => {
  it('has a file from the root, a line and a column from 1', () => {
    assert.deepEqual(readProblem({ ...problem, location }, '/home/me/cart'), {
      text: 'odd',
      file: 'src/cart.ts',
      line: 3,
      column: 5,
    });
  });
  it('may have no place', () => {
    assert.deepEqual(readProblem({ ...problem, location: null }, '/'), { text: 'odd', file: '', line: 0, column: 0 });
  });
});
