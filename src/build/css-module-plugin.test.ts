import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Built, type BuiltOptions, buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { hasBrowser, runInBrowser } from '../../test/node/support/run-in-browser.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { cssModuleFile } from './css-module-plugin.js';

const files = {
  'src/m.js': "import styles, { title } from './card.module.css'; export { styles, title };",
  'src/card.module.css': `
    .title { composes: bold from './base.module.css'; animation: spin 1s; color: rgb(1, 2, 3) }
    @keyframes spin { from { opacity: 0.5 } }
    :global(.theme) .title { color: blue }`,
  'src/base.module.css': '.bold { font-weight: 700 }',
};

async function titleOf(name: string, options: Partial<BuiltOptions> = {}): Promise<string> {
  const { outDir } = await buildProject({ files, ...options, config: { name } });
  return (await runOutput(outDir, `return (await import('${name}/M')).title`)) as string;
}

const styleOf = ({ entry, texts }: Built): string =>
  (entry.exposes[0]?.styles ?? []).map((path) => texts.get(path)).join('');

describe('the class names of a CSS module', () => {
  it('are the same in scripts and styles, minified or not, with what they are composed of', async () => {
    for (const minify of [true, false]) {
      const built = await buildProject({ files, minify });
      const styles = styleOf(built);
      const names = (await titleOf('it', { minify })).split(' ');
      assert.equal(names.length, 2);
      for (const name of names) assert.ok(styles.includes(`.${name}`), name);
      assert.match(styles, /\.theme /);
    }
  });

  it('are the same in every folder, and in production as in development', async () => {
    const titles = await Promise.all([titleOf('it'), titleOf('it'), titleOf('it', { mode: 'development' })]);
    assert.deepEqual(new Set(titles).size, 1);
  });

  it('differ between two remotes, and between two files of one name', async () => {
    assert.notEqual(await titleOf('it'), await titleOf('other'));
    const { outDir } = await buildProject({
      files: {
        'src/m.js':
          "import { a } from './card.module.css'; import { a as b } from './x/card.module.css'; export const v = [a, b];",
        'src/card.module.css': '.a { color: red }',
        'src/x/card.module.css': '.a { color: red }',
      },
    });
    assert.equal(new Set((await runOutput(outDir, "return (await import('it/M')).v")) as string[]).size, 2);
  });

  it('of a shared package are those of the package, whichever remote ships it', async () => {
    const names: unknown[] = [];
    for (const name of ['it', 'other']) {
      const { outDir } = await buildProject({
        files: {
          ...depending('a'),
          ...pack('a', { 'index.js': "export { big } from './a.module.css';", 'a.module.css': '.big { color: red }' }),
          'src/m.js': "export { big } from 'a';",
        },
        config: { name },
      });
      names.push(await runOutput(outDir, `return (await import('${name}/M')).big`));
    }
    assert.equal(names[0], names[1]);
  });

  it('are left to the loader that the config names', async () => {
    const built = await buildProject({
      files: { 'src/m.js': "import './card.module.css';", 'src/card.module.css': '.plain { color: red }' },
      config: { esbuild: { loader: { '.module.css': 'css' } } },
    });
    assert.match(styleOf(built), /\.plain/);
  });

  it('come with short names in the scripts, and with source maps', async () => {
    const long = {
      'src/m.js':
        "import { title } from './card.module.css'; const aLongName = [title]; export default () => aLongName;",
    };
    const { texts } = await buildProject({ files: { ...files, ...long }, sourcemap: true });
    const [path, script] = [...texts].find(([name]) => name.endsWith('.js')) ?? ['', ''];
    assert.ok(!script.includes('aLongName'));
    assert.equal(script.trim().split('\n').at(-1), `//# sourceMappingURL=${path}.map`);
    const map = JSON.parse(texts.get(`${path}.map`) ?? '{}');
    assert.ok(map.sources.includes('src/m.js'), map.sources);
    assert.ok(map.sourcesContent[map.sources.indexOf('src/m.js')].includes('aLongName'));
  });

  it('keep two remotes on a page apart', { skip: !hasBrowser && 'there is no Chromium' }, async () => {
    const sheets = await Promise.all(
      ['red', 'blue'].map(async (color) => {
        const name = color;
        const built = await buildProject({
          files: { ...files, 'src/card.module.css': `.title { color: ${color} }` },
          config: { name },
        });
        return {
          styles: styleOf(built),
          title: await runOutput(built.outDir, `return (await import('${name}/M')).title`),
          built,
        };
      }),
    );
    const code = `
      return ${JSON.stringify(sheets.map(({ styles, title }) => ({ styles, title })))}.map(({ styles, title }) => {
        document.head.append(Object.assign(document.createElement('style'), { textContent: styles }));
        return document.body.appendChild(Object.assign(document.createElement('p'), { className: title }));
      }).map((element) => getComputedStyle(element).color);`;
    const { value } = await runInBrowser((sheets[0] as { built: Built }).built.outDir, code);
    assert.deepEqual(value, ['rgb(255, 0, 0)', 'rgb(0, 0, 255)']);
  });
});

describe('the path of a CSS module', () => {
  it('leads to its file', () =>
    assert.equal(cssModuleFile('src/card.module.css/card_0123abcd.css'), 'src/card.module.css'));
});
