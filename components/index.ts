export { BeforeMountEvent } from './before-mount-event.js';
export type { FederationTags } from './element-attributes.js';
export { FederationHost } from './federation-host.js';
export { FederationRemote } from './federation-remote.js';
export { FederationRoutes } from './federation-routes.js';
export { hostPatience } from './find-federation.js';
export type { LoadStatus } from './load-state.js';
export type { Route } from './routes/route.js';
