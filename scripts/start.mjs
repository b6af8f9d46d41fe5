// `npm start`: sets up what is missing, builds the package, and serves the demo, whose remotes are built as they change.
import { setUpPackages } from './set-up.mjs';

await setUpPackages();

const { must, root } = await import('./run.mjs');
const { spawn } = await import('node:child_process');

process.stdout.write('Building the package…\n');
await must(process.execPath, ['scripts/build.mjs'], { quiet: true });

const server = spawn(process.execPath, ['node_modules/.bin/wds'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.once('close', (code) => process.exit(code ?? 0));
