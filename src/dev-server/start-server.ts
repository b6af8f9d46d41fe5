import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { DevServerConfig, startDevServer } from '@web/dev-server';
import { BuildError } from '../build/build-error.js';
import type { DevServerPlugin } from './federation-plugin.js';
import { isLoopback } from './loopback.js';

/** What one server serves. */
export interface ServerOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** Folder whose files are served as they are; `undefined`: only what the plugins serve. */
  readonly pages: string | undefined;
  readonly plugins: DevServerPlugin[];
  /** Whether other computers are answered, too. */
  readonly isOpen: boolean;
}

/** A server that listens. */
export interface StartedServer {
  /** As in `http://localhost:4201`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts @web/dev-server for one folder.
 *
 * @throws {@link BuildError} `port-taken`, `dev-server-missing`
 */
export async function startServer({ port, pages, plugins, isOpen }: ServerOptions): Promise<StartedServer> {
  const start = await findDevServer();
  if (port !== 0) await requireFree(port);
  const server = await start({
    config: {
      port,
      // A folder that is not there: what the plugins do not serve is not found.
      rootDir: pages ?? `${process.cwd()}/node_modules/.cache/federation-elements/no-pages`,
      plugins,
      middleware: [...(isOpen ? [] : [localOnly]), stayInside],
      injectWebSocket: false,
      disableFileWatcher: true,
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
  });
  const { port: used } = (server.server as Server).address() as AddressInfo;
  return {
    origin: `http://localhost:${used}`,
    async close() {
      await server.stop();
    },
  };
}

async function findDevServer(): Promise<typeof startDevServer> {
  try {
    return (await import('@web/dev-server')).startDevServer;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes("'@web/dev-server'")) throw cause;
    throw new BuildError('dev-server-missing', {}, { cause });
  }
}

/** @web/dev-server ends the process where a port is taken. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new BuildError('port-taken', { port, reason: code }, { cause });
  } finally {
    probe.close();
  }
}

type Middleware = NonNullable<DevServerConfig['middleware']>[number];

/**
 * Answers this computer only, by its own names: what is being developed is nobody else's, and a site whose name was
 * pointed at this computer is not this computer.
 */
const localOnly: Middleware = async (context, next) => {
  if (isLoopback(context.req.socket.remoteAddress ?? '') && isLoopback(context.hostname)) return await next();
  context.status = 403;
  context.type = 'text';
  context.body = 'This development server answers its own computer only. Start it with --host to let others in.\n';
};

/** Finds nothing where @web/dev-server would serve files from above its folder. */
const stayInside: Middleware = async (context, next) => {
  if (!context.path.startsWith('/__wds-outside-root__')) await next();
};
