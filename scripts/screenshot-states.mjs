// `node scripts/screenshot-states.mjs [folder]`: pictures of what the tag shows in every state, in every engine that is
// installed, by `dist/federation.js` as it is built. For looking at, after a change of the look.
import { mkdir, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { serveFolder } from '../demo/serve/serve-folder.mjs';
import { chromiumArguments, findChromium } from '../test/support/engines/chromium.mjs';
import { findFirefox } from '../test/support/engines/firefox.mjs';
import { webkit } from '../test/support/engines/webkit.mjs';
import { answerFault } from '../test/support/faults/answer-fault.mjs';
import { parseFault } from '../test/support/faults/fault.mjs';
import { root } from './run.mjs';

const folder = process.argv[2] ?? `${root}node_modules/.cache/states`;
const wide = { width: 900, height: 900 };
/** By name: the query of the page, its size, and what a medium is like (Chromium only). */
const looks = [
  ['light', '', wide],
  ['black', '?class=black', wide],
  ['narrow-rtl', '?dir=rtl', { width: 230, height: 900 }],
  ['dark', '', wide, { 'prefers-color-scheme': 'dark' }],
  ['forced-colors', '', wide, { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' }],
];

await mkdir(folder, { recursive: true });
const server = await serveFolder(root, { intercept: createIntercept() });
const page = `${server.origin}/test/support/states/states.html`;
try {
  const [chromium, firefox] = [findChromium(), findFirefox()];
  if (chromium)
    await shoot('chromium', { executablePath: chromium, args: [...chromiumArguments, '--hide-scrollbars'] });
  if (firefox) await shoot('firefox', { browser: 'firefox', executablePath: firefox });
  const launcher = webkit.create();
  if (launcher) await shootWebKit(launcher);
} finally {
  await server.close();
}

async function shoot(engine, options) {
  const browser = await puppeteer.launch(options);
  try {
    for (const [name, query, viewport, media] of looks) {
      if (media && engine !== 'chromium') continue;
      const tab = await browser.newPage();
      await tab.setViewport(viewport);
      if (media) {
        const features = Object.entries(media).map(([feature, value]) => ({ name: feature, value }));
        await (await tab.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
      }
      await tab.goto(page + query);
      await tab.waitForFunction(() => document.title === 'Ready');
      // The delay of the loading views, and some of the way of the bar.
      await new Promise((resolve) => setTimeout(resolve, 900));
      await save(`${engine}-${name}`, await tab.screenshot({ fullPage: true }));
      await tab.close();
    }
  } finally {
    await browser.close();
  }
}

/** WebKit has no size to set and nothing to wait for: a window as it is, a while later. */
async function shootWebKit(launcher) {
  for (const [name, query, , media] of looks.slice(0, 3)) {
    if (media) continue;
    await launcher.startSession(name, page + query);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await save(`webkit-${name}`, await launcher.takeScreenshot());
  }
  await launcher.stop();
}

async function save(name, picture) {
  await writeFile(`${folder}/${name}.png`, picture);
  process.stdout.write(`${folder}/${name}.png\n`);
}

/** Faults as in the tests, and an entry that is not there at first and hangs when it is asked for again. */
function createIntercept() {
  let asked = 0;
  return async (request, response) => {
    if (request.url.startsWith('/__retry/')) {
      if (asked++ % 2 === 1) return undefined;
      response.writeHead(404).end();
      return undefined;
    }
    const fault = parseFault(request.url);
    if (!fault) return request.url.replace(/\?.*/, '');
    return (await answerFault(fault, response)) ? fault.path : undefined;
  };
}
