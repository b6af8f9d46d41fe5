import type { DevServerConfig } from '@web/dev-server';
import type { BuildOptions } from '../build/build.js';
import { BuildError } from '../build/build-error.js';
import type { WatchedBuild } from '../build/watch.js';
import { allowOrigin } from './allow-origin.js';
import { sendFile } from './send-file.js';
import { ServedRemote } from './served-remote.js';

/** A plugin for @web/dev-server, and for @web/test-runner. */
export type DevServerPlugin = NonNullable<DevServerConfig['plugins']>[number];

/** Which project is served, and how. The build is one for development, with source maps, unless told otherwise. */
export interface FederationPluginOptions extends Omit<BuildOptions, 'outDir'> {
  /** Where on the server the remote is; default `/`, so that its entry is `/remoteEntry.json`. */
  readonly path?: string;
  /**
   * Origins whose pages may load the remote, besides those of this computer (`localhost` and the like), as in
   * `https://shop.example`; `*` means all. Default: none.
   */
  readonly origins?: readonly string[];
  /** Is told how each build ended; default: it is printed. */
  readonly onBuild?: (built: WatchedBuild) => void;
}

/**
 * Builds a remote, serves it, builds it again whenever something of it changes, and tells the pages.
 *
 * Pages with this package's runtime mount the rebuilt remote in place, if they are on this computer too; those with
 * Native Federation's reload. Nothing is written to the disk. Requests wait for the first build; if that fails there
 * is an entry without modules, and pages hear of the next.
 *
 * @example
 * ```js
 * // web-dev-server.config.mjs
 * export default { port: 4201, plugins: [federationPlugin({ root: 'remotes/cart' })] };
 * ```
 *
 * Runs in Node.
 */
export function federationPlugin(options: FederationPluginOptions = {}): DevServerPlugin {
  const { path = '/', origins = [], onBuild, ...build } = options;
  let print = (built: WatchedBuild): void => void built;
  const remote = new ServedRemote({
    ...build,
    path: `/${path}/`.replace(/\/+/g, '/'),
    onBuild: onBuild ?? ((built) => print(built)),
  });
  return {
    name: 'federation',
    async serverStart({ logger }) {
      print = ({ result, error, duration }) => {
        if (result) logger.log(`${result.name}: built in ${Math.round(duration)} ms`);
        else logger.error(error instanceof BuildError ? `${error.code}: ${error.message}` : error);
      };
      await remote.start();
    },
    async serve(context) {
      const { req, res } = context;
      const isEvents = remote.hasEventsAt(context.path);
      const contents = isEvents ? undefined : await remote.find(context.path);
      if (!isEvents && !contents) return undefined;
      // It is answered here, so that no other plugin changes what is built.
      context.respond = false;
      allowOrigin(req, res, origins);
      if (contents) sendFile(res, context.path, contents);
      else remote.events.open(res, remote.greeting);
      return { body: '', type: 'text/plain' };
    },
    serverStop: () => remote.stop(),
  };
}
