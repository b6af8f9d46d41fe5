export {
  FederationHost,
  type FederationHostProps,
  FederationRemote,
  type FederationRemoteProps,
  FederationRoutes,
  type FederationRoutesProps,
} from './react-elements.js';
