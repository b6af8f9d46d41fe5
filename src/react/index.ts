export {
  FederationHost,
  type FederationHostProps,
  FederationRemote,
  type FederationRemoteProps,
} from './react-elements.js';
