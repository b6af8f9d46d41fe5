import type { DevServerConfig } from '@web/dev-server';
import { isLoopback } from './loopback.js';

type Middleware = NonNullable<DevServerConfig['middleware']>[number];

/**
 * Answers this computer only, by its own names: what is being developed is nobody else's, and a site whose name was
 * pointed at this computer is not this computer.
 */
export const localOnly: Middleware = async (context, next) => {
  if (isLoopback(context.req.socket.remoteAddress ?? '') && isLoopback(context.hostname)) return await next();
  context.status = 403;
  context.type = 'text';
  context.body = 'This development server answers its own computer only. Start it with --host to let others in.\n';
};
