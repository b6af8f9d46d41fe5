// `node scripts/screenshot.mjs [file]`: serves the demo, and takes the picture of the README.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../test/support/engines/chromium.mjs';
import { root } from './run.mjs';

const file = process.argv[2] ?? 'docs/images/demo.webp';
const port = 4280;

const server = spawn(process.execPath, ['node_modules/.bin/wds'], {
  cwd: root,
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
});
let browser;
try {
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments, '--hide-scrollbars'],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 1330, deviceScaleFactor: 1.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await openWhenServed(page, `http://localhost:${port}/`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('federation-remote')].every(
      ({ status }) => status === 'loaded' || status === 'error',
    ),
  );
  for (const piece of ['Tide', 'Moss', 'Tide'])
    await page.locator(`>>> [aria-label="Add ${piece} to the cart"]`).click();
  await page.locator('#seams').click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: resolve(root, file), type: 'webp', quality: 82 });
  process.stdout.write(`${file}\n`);
} finally {
  server.kill();
  await browser?.close();
}

async function openWhenServed(page, address, attempts = 100) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await page.goto(address);
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
