import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const hooks = new URL('import-map-hooks.mjs', import.meta.url).href;

/**
 * Runs code in a Node of its own that resolves bare specifiers as a page with the build's importmap.json would: by the
 * map, or not at all.
 *
 * @param outDir - What was built.
 * @param code - Body of an async function; it may use `import()`, with the exposed modules by their names in the map.
 * @returns What it returns, as JSON has it.
 */
export async function runOutput(outDir: string, code: string): Promise<unknown> {
  const map = `${pathToFileURL(outDir).href}/importmap.json`;
  const script = `
    import { register } from 'node:module';
    register(${JSON.stringify(hooks)}, { data: { map: ${JSON.stringify(map)} } });
    const run = async () => { ${code} };
    process.stdout.write(JSON.stringify((await run()) ?? null));
  `;
  const parameters = ['--no-warnings', '--input-type=module', '--eval', script];
  const { stdout } = await execute(process.execPath, parameters, { env: {}, maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}
