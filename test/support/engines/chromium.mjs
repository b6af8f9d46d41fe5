import { chromeLauncher } from '@web/test-runner-chrome';
import { findBinary } from './find-binary.mjs';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Containers have no user namespaces for the sandbox, and tests need no services of the vendor. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {string | undefined} */
export const findChromium = () => findBinary('CHROME_PATH', candidates);

/** Chromium over the DevTools protocol. */
export const chromium = {
  name: 'chromium',
  hint: 'install Debian\'s "chromium", or set CHROME_PATH',
  create() {
    const executablePath = findChromium();
    if (!executablePath) return undefined;
    const launcher = chromeLauncher({
      launchOptions: { executablePath, headless: true, args: chromiumArguments },
      // A window for each page: in a tab behind another one nothing is painted, and no observer of the layout calls.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
    });
    launcher.name = 'Chromium';
    return launcher;
  },
};
