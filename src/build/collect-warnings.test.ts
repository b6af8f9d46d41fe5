import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

const doubtful = "export const v = (x) => typeof x == 'nmber';";

describe('the warnings of a build', () => {
  it('are about the sources of the project, not about what is installed', async () => {
    const { warnings } = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': doubtful }),
        'src/m.js': `import { v as a } from 'a';\n${doubtful}\nexport { a };`,
      },
    });
    assert.deepEqual(
      warnings.map(({ file, line }) => [file, line]),
      [['src/m.js', 2]],
    );
  });
});
