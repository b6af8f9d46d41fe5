import { FederationHost } from './federation-host.js';
import { FederationRemote } from './federation-remote.js';

declare global {
  interface HTMLElementTagNameMap {
    'federation-host': FederationHost;
    'federation-remote': FederationRemote;
  }
}

FederationHost.define();
FederationRemote.define();
