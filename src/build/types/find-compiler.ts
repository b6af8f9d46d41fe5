import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BuildError } from '../build-error.js';

/**
 * The `tsc` of the TypeScript that a project has installed: its declarations are to be those that its people see.
 *
 * @param root - Folder of the project.
 * @throws {@link BuildError} `typescript-missing`
 */
export function findCompiler(root: string): string {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('typescript/package.json');
    const compiler = join(dirname(manifest), 'bin', 'tsc');
    if (existsSync(compiler)) return compiler;
  } catch {
    // It is not there.
  }
  throw new BuildError('typescript-missing', { folder: root });
}
