// The door of the development server: plugins for @web/dev-server, and the servers of `federation dev`.
export { type DevServerPlugin, type FederationPluginOptions, federationPlugin } from './federation-plugin.js';
export { type PagePluginOptions, pagePlugin } from './page-plugin.js';
export { type ServedProject, type ServedProjects, type ServeOptions, serveProjects } from './serve-projects.js';
