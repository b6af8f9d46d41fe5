// The door of the development server: plugins for @web/dev-server.
export { type DevServerPlugin, type FederationPluginOptions, federationPlugin } from './federation-plugin.js';
