import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagePlugin, serveProjects } from 'federation-elements/dev-server';
import { deadRemote, folderOf, remotes } from './demo/serve/remotes.mjs';
import { serveFolder } from './demo/serve/serve-folder.mjs';
import { findDeadOrigin, portIsTaken } from './demo/serve/start-remotes.mjs';

/**
 * The demo: the shell's plain files here, and each remote from an origin of its own, built again whenever it changes.
 *
 * `PORT` is the shell's (4200); the remotes have the ports after it. `PORT=0` takes any that are free.
 */
const port = Number(process.env.PORT ?? 4200);
const manifest = await start().catch((error) => {
  // What is wrong can be put right from outside: a stack trace would only hide the sentence that says how.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

export default {
  rootDir: fileURLToPath(new URL('demo/shell', import.meta.url)),
  // Without a number the server finds one.
  ...(port === 0 ? {} : { port }),
  plugins: [pagePlugin({ manifest: () => manifest })],
};

async function start() {
  const portAfter = (count) => (port === 0 ? 0 : port + count);
  await makeSureIsFree(port);
  const folders = remotes.map((name) => fileURLToPath(folderOf(name)));
  const served = await serveProjects(folders, { port: portAfter(1), mode: 'production', onBuild: print });
  const dead = await findDeadOrigin(portAfter(1 + remotes.length));
  return { ...served.manifest, [deadRemote]: `${dead}/remoteEntry.json` };
}

function print(_folder, { result, error, duration, changes }) {
  const cause = changes.map((file) => ` after ${relative(process.cwd(), file)}`).join();
  if (error) process.stderr.write(`${error.message}\n`);
  else process.stdout.write(`  ${result.name}: built in ${Math.round(duration)} ms${cause}\n`);
}

async function makeSureIsFree(port) {
  try {
    await (await serveFolder('.', { port })).close();
  } catch (error) {
    throw error.code === 'EADDRINUSE' ? portIsTaken(port, 'the shell', error) : error;
  }
}
