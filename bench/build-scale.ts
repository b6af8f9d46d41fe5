// How time and memory grow with a project: 20, 50, 100 and 200 exposed modules, each with half as many shared packages.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLargeProject } from '../test/node/support/large-project.js';

const execute = promisify(execFile);
const measure = fileURLToPath(new URL('../test/node/support/measure-build.mjs', import.meta.url));

for (const modules of [20, 50, 100, 200]) {
  const root = await mkdtemp(join(tmpdir(), 'scale-'));
  for (const [path, content] of Object.entries(createLargeProject(modules, modules / 2))) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const { stdout } = await execute(process.execPath, ['--import', import.meta.resolve('tsx'), measure, root]);
  const { bytes, memory, wall, processor } = JSON.parse(stdout);
  process.stdout.write(
    `${String(modules).padStart(4)} modules, ${String(modules / 2).padStart(3)} packages: ${(bytes / 1e6).toFixed(1).padStart(4)} MB out` +
      `  ${wall.toFixed(0).padStart(5)} ms  ${(processor / (bytes / 1e6)).toFixed(0).padStart(4)} ms of processor a MB  ${(memory / 2 ** 20).toFixed(0).padStart(4)} MiB\n`,
  );
  await rm(root, { recursive: true });
}
