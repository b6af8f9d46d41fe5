import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * Starts the driver of WebKitGTK, under a screen of its own where there is none.
 *
 * @param {string} driver - Path of WebKitWebDriver.
 * @returns {Promise<{ address: string, stop(): void }>}
 */
export async function startWebKitDriver(driver) {
  const processes = [];
  const stop = () => {
    for (const process of processes.splice(0).reverse()) process.kill();
  };
  try {
    const display = process.env.DISPLAY ?? (await startScreen(processes));
    const port = await freePort();
    const environment = {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      // No GPU in a container: without these WebKit waits for one.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    };
    processes.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: environment }));
    return { address: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Xvfb takes a free display and says which on its fourth stream: no fixed number can collide with another run. */
async function startScreen(processes) {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(screen);
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', (code) =>
      reject(new Error(`Xvfb ended with ${code}. Set DISPLAY to use a screen that is there.`)),
    );
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
