// Loaded before a command: a project in which @web/dev-server is not installed.
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    export function resolve(specifier, context, next) {
      // Nothing is installed there.
      const parentURL = specifier === '@web/dev-server' ? 'file:///nowhere/module.js' : context.parentURL;
      return next(specifier, { ...context, parentURL });
    }`)}`,
);
