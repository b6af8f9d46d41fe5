// The classic script `dist/federation.js`: the same as bundle.ts, in one global name.
import './define.js';
import { createFederation, federationOf, whenFederation } from '../src/browser/create-federation.js';
import { mountModule } from '../src/browser/mount-module.js';
import { initFederation, loadRemoteModule } from '../src/browser/native-federation.js';
import { FederationError } from '../src/core/errors.js';

Object.assign(globalThis, {
  FederationElements: {
    createFederation,
    federationOf,
    whenFederation,
    mountModule,
    initFederation,
    loadRemoteModule,
    FederationError,
  } satisfies typeof import('./bundle.js'),
});
