// The bundle `dist/federation.mjs`: both tags, registered, and the runtime without tags.
import './define.js';

export { createFederation, federationOf, whenFederation } from '../src/browser/create-federation.js';
export { mountModule } from '../src/browser/mount-module.js';
export { initFederation, loadRemoteModule } from '../src/browser/native-federation.js';
export { FederationError } from '../src/core/errors.js';
