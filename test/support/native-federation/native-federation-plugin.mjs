import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const loader = import.meta.resolve('tsx');
const script = fileURLToPath(new URL('build-fixtures.mjs', import.meta.url));
const remote = fileURLToPath(new URL('../../fixtures/native-federation/remote/', import.meta.url));
const outDir = fileURLToPath(
  new URL('../../../node_modules/.cache/federation-tests/native-federation/', import.meta.url),
);

/**
 * Builds the fixtures of test/browser/native-federation.test.ts once a run, when `/__native-federation.json` is first
 * asked for. The answer comes when they are built.
 */
export function nativeFederationPlugin() {
  let built;
  return {
    name: 'native-federation',
    async serve(context) {
      if (context.path !== '/__native-federation.json') return undefined;
      built ??= execute(process.execPath, ['--import', loader, script, outDir], { cwd: remote });
      await built;
      return { body: '{}', type: 'json' };
    },
  };
}
