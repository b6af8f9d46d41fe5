import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { shellPlugin } from './demo/serve/shell-plugin.mjs';
import { startRemotes } from './demo/serve/start-remotes.mjs';
import { bundleMiddleware } from './test/support/bundle/bundle-middleware.mjs';
import { shellVariants } from './test/support/demo/shell-variants.mjs';
import { devServerPlugin } from './test/support/dev-server/dev-server-plugin.mjs';
import { findEngines } from './test/support/engines/find-engines.mjs';
import { faultsMiddleware } from './test/support/faults/faults-middleware.mjs';
import { frameworksPlugin } from './test/support/frameworks/frameworks-plugin.mjs';
import { nativeFederationPlugin } from './test/support/native-federation/native-federation-plugin.mjs';
import { originsPlugin } from './test/support/origins/origins-plugin.mjs';
import { commonJsPlugin } from './test/support/packages/common-js-plugin.mjs';
import { tallyReporter } from './test/support/reporter/tally-reporter.mjs';
import { routesPage } from './test/support/routes/routes-page.mjs';

const everywhere = [
  'src/{adapters,browser,react}/**/*.test.ts',
  'components/**/*.test.ts',
  'test/browser/**/*.test.ts',
];

/**
 * The browser tests, in every engine that is installed.
 *
 * `WTR_BROWSERS=chromium,firefox,webkit` narrows the engines, `WTR_FILES='src/browser/**'` (or several, by comma) the files.
 */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: process.env.WTR_FILES?.split(',') ?? everywhere,
  nodeResolve: true,
  browsers: findEngines(),
  concurrentBrowsers: 3,
  concurrency: 2,
  middleware: [faultsMiddleware, bundleMiddleware, shellVariants, routesPage],
  plugins: [
    originsPlugin(),
    devServerPlugin(),
    commonJsPlugin(['semver/classes/range.js', 'semver/classes/semver.js']),
    nativeFederationPlugin(),
    frameworksPlugin(),
    shellPlugin({ path: '/demo/shell/', startRemotes: () => startRemotes(0) }),
    esbuildPlugin({
      ts: true,
      // Given explicitly: what the user agent seems to want must not change what is tested.
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter(), tallyReporter()],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
};
