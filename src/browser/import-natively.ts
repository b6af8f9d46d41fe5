import type { ModuleNamespace } from './federation-api.js';

/** Imports a module by the browser's own loader, whatever bundler this code went through. */
export async function importNatively(url: string): Promise<ModuleNamespace> {
  const namespace = await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
  // WebKit gives the exports of a module that threw before; touching them throws, as they were never made.
  Object.values(namespace);
  return namespace;
}
