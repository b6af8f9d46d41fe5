// Writes what tools and frameworks know of the tags, from their source: `node scripts/element-data/write-element-data.mjs`.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createElementData } from './create-element-data.mjs';

const root = new URL('../../', import.meta.url);
const files = await createElementData(fileURLToPath(root));
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, root), text);
execFileSync('npx', ['--no-install', 'biome', 'format', '--write', ...Object.keys(files)], {
  cwd: root,
  stdio: 'inherit',
});
