import type { FederationTags } from './element-attributes.js';
import { FederationHost } from './federation-host.js';
import { FederationRemote } from './federation-remote.js';

type Elements = { [Tag in keyof FederationTags]: FederationTags[Tag]['element'] };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}

FederationHost.define();
FederationRemote.define();
