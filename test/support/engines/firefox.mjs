import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBinary } from './find-binary.mjs';

const candidates = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** @returns {string | undefined} */
export const findFirefox = () => findBinary('FIREFOX_PATH', candidates);

/** Stock Firefox over WebDriver BiDi: the launcher is Chrome's only by name, and needs neither geckodriver nor a patched build. */
export const firefox = {
  name: 'firefox',
  hint: 'install Debian\'s "firefox-esr", or set FIREFOX_PATH',
  create() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    return chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath, headless: true },
      // Pages in the background get throttled timers there, so one at a time.
      concurrency: 1,
      createBrowserContext: ({ browser }) => browser.defaultBrowserContext(),
      createPage: ({ context }) => context.newPage(),
    });
  },
};
