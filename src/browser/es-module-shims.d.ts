/** Its own declarations are those of a classic script; what is used of it is in load-shim.ts. */
declare module 'es-module-shims';
