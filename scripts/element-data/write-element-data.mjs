// Writes custom-elements.json and html-data.json from the source of the tags: `node scripts/element-data/write-element-data.mjs`.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createHtmlData } from './create-html-data.mjs';
import { createManifest } from './create-manifest.mjs';

const root = new URL('../../', import.meta.url);
const manifest = await createManifest(fileURLToPath(root));
const files = { 'custom-elements.json': manifest, 'html-data.json': createHtmlData(manifest) };
for (const [name, content] of Object.entries(files)) {
  await writeFile(new URL(name, root), `${JSON.stringify(content, undefined, 2)}\n`);
}
execFileSync('npx', ['--no-install', 'biome', 'format', '--write', ...Object.keys(files)], {
  cwd: root,
  stdio: 'inherit',
});
