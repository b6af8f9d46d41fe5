import { fileURLToPath } from 'node:url';
import { serveFolder } from './demo/serve/serve-folder.mjs';
import { shellPlugin } from './demo/serve/shell-plugin.mjs';
import { portIsTaken, startRemotes } from './demo/serve/start-remotes.mjs';

/**
 * The demo: the shell's plain files here, and each remote from an origin of its own.
 *
 * `PORT` is the shell's (4200); the remotes have the ports after it. `PORT=0` takes any that are free.
 */
const port = Number(process.env.PORT ?? 4200);
const remotes = await start().catch((error) => {
  // What is wrong can be put right from outside: a stack trace would only hide the sentence that says how.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

export default {
  rootDir: fileURLToPath(new URL('demo/shell', import.meta.url)),
  // Without a number the server finds one.
  ...(port === 0 ? {} : { port }),
  plugins: [shellPlugin({ path: '/', startRemotes: async () => remotes })],
};

async function start() {
  if (port === 0) return startRemotes(0);
  await makeSureIsFree(port);
  return startRemotes(port + 1);
}

async function makeSureIsFree(port) {
  try {
    await (await serveFolder('.', { port })).close();
  } catch (error) {
    throw error.code === 'EADDRINUSE' ? portIsTaken(port, 'the shell', error) : error;
  }
}
