import { existsSync, readdirSync } from 'node:fs';
import { findBinary } from './find-binary.mjs';
import { WebDriverSession } from './webdriver-session.mjs';
import { startWebKitDriver } from './webkit-processes.mjs';

const buttons = ['left', 'middle', 'right'];

/** Debian keeps MiniBrowser in a folder named by architecture and by version of the library. */
function miniBrowserCandidates() {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib')
    .filter((folder) => folder.endsWith('-linux-gnu'))
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1'].map((version) => `/usr/lib/${folder}/${version}/MiniBrowser`),
    );
}

/** WebKitGTK, the open relative of Safari, over plain WebDriver. */
export const webkit = {
  name: 'webkit',
  hint: 'install Debian\'s "webkit2gtk-driver" and "xvfb", or set WEBKIT_DRIVER_PATH and WEBKIT_PATH',
  create() {
    const driver = findBinary('WEBKIT_DRIVER_PATH', ['/usr/bin/WebKitWebDriver']);
    const binary = findBinary('WEBKIT_PATH', miniBrowserCandidates());
    const hasScreen = process.env.DISPLAY !== undefined || existsSync('/usr/bin/Xvfb');
    return driver && binary && hasScreen ? new WebKitLauncher(driver, binary) : undefined;
  },
};

/** A launcher of the test runner: one browser, one page, one test file after the other. */
class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  // One session a driver, and only a single page is shown at the top level instead of in the runner's frames.
  concurrency = 1;

  #driver;
  #binary;
  #starting;
  #processes;
  #session;
  #last = Promise.resolve();
  #pages = new Map();

  constructor(driver, binary) {
    this.#driver = driver;
    this.#binary = binary;
  }

  /** Nothing yet: the browser starts with the first test file. */
  async initialize() {}

  async startSession(id, url) {
    this.#starting ??= this.#start();
    await this.#starting;
    this.#last = this.#last.then(() => {
      this.#pages.set(id, url);
      return this.#session.navigate(url);
    });
    return this.#last;
  }

  isActive(id) {
    return this.#pages.has(id);
  }

  getBrowserUrl(id) {
    return this.#pages.get(id);
  }

  async stopSession(id) {
    this.#pages.delete(id);
    await this.#session.navigate('about:blank').catch(() => {});
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK has no debug session here. Debug in another engine: WTR_BROWSERS=chromium.');
  }

  async stop() {
    await this.#session?.close().catch(() => {});
    this.#processes?.stop();
  }

  // What follows is called by @web/test-runner-commands.

  sendKeys(_id, keys) {
    const presses = keys.flatMap((text) =>
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
    return this.#session.perform([{ type: 'key', id: 'keyboard', actions: presses }]);
  }

  sendMouseMove(_id, x, y) {
    return this.#point({ type: 'pointerMove', duration: 0, x, y });
  }

  sendMouseClick(_id, x, y, name = 'left') {
    const button = buttons.indexOf(name);
    return this.#point(
      { type: 'pointerMove', duration: 0, x, y },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    );
  }

  sendMouseDown(_id, name = 'left') {
    return this.#point({ type: 'pointerDown', button: buttons.indexOf(name) });
  }

  sendMouseUp(_id, name = 'left') {
    return this.#point({ type: 'pointerUp', button: buttons.indexOf(name) });
  }

  resetMouse() {
    return this.sendMouseMove(undefined, 0, 0);
  }

  takeScreenshot() {
    return this.#session.screenshot();
  }

  #point(...actions) {
    return this.#session.perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  }

  async #start() {
    this.#processes = await startWebKitDriver(this.#driver);
    this.#session = await WebDriverSession.open(this.#processes.address, {
      'webkitgtk:browserOptions': { binary: this.#binary, args: ['--automation'] },
    });
  }
}
