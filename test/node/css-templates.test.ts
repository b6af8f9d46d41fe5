import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
// @ts-expect-error: a script without types
import { cssTemplates } from '../../scripts/css-templates.mjs';

/** The text of our styles, bundled with these plugins. */
async function stylesWith(...plugins: readonly object[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
    entryPoints: ['components/remote-styles.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    plugins: plugins as never,
  });
  return /`([^`]*:host\b[^`]*)`/.exec(outputFiles[0]?.text ?? '')?.[1] ?? '';
}

it('styles in sources are minified, and say the same', async () => {
  const [plain, minified] = [await stylesWith(), await stylesWith(cssTemplates())];
  assert.ok(minified.length < plain.length * 0.8);
  const countOf = (text: string, mark: RegExp): number => [...text.matchAll(mark)].length;
  for (const mark of [/\{/g, /@keyframes/g, /:state\(/g, /:before/g, /var\(--/g]) {
    assert.equal(countOf(minified, mark), countOf(plain, mark), String(mark));
  }
});
