import type { DevServerConfig } from '@web/dev-server';

type Middleware = NonNullable<DevServerConfig['middleware']>[number];

/** Finds nothing where @web/dev-server would serve files from above its folder. */
export const stayInside: Middleware = async (context, next) => {
  if (!context.path.startsWith('/__wds-outside-root__')) await next();
};
