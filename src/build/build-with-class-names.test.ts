import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { buildWithClassNames } from './build-with-class-names.js';
import type { BundlerCall } from './bundler-options.js';

async function createCall(sourcemap: boolean): Promise<BundlerCall> {
  const { root } = await createProject({
    files: {
      'm.js': "import { title } from './card.css'; const aLongName = [title]; export default () => aLongName;",
      'card.css': '.title { color: red }',
    },
  });
  return {
    entryPoints: [`${root}/m.js`],
    absWorkingDir: root,
    outdir: root,
    bundle: true,
    format: 'esm',
    loader: { '.css': 'local-css' },
    sourcemap: sourcemap ? 'linked' : false,
    metafile: true,
    write: false,
  };
}

describe('a bundle with class names', () => {
  it('has short names in its scripts, and the class names as they are', async () => {
    const { outputFiles } = await buildWithClassNames(await createCall(false));
    const [script = '', style = ''] = outputFiles.map(({ text }) => text);
    assert.ok(!script.includes('aLongName') && script.includes('"card_title"'), script);
    assert.equal(style, '.card_title{color:red}\n');
  });

  it('has source maps that lead to the sources', async () => {
    const { outputFiles } = await buildWithClassNames(await createCall(true));
    const file = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
    assert.deepEqual(JSON.parse(file('m.js.map')).sources, ['card.css', 'm.js']);
    assert.ok(file('m.js').endsWith('//# sourceMappingURL=m.js.map\n'));
    assert.ok(file('m.css').trim().endsWith('/*# sourceMappingURL=m.css.map */'));
  });
});
