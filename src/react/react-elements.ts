import type { FunctionComponent } from 'react';
import { type ElementProps, wrapElement } from './wrap-element.js';

const hostEvents = {
  onLoad: 'load',
  onError: 'error',
  onRemoteLoad: 'remoteload',
  onRemoteError: 'remoteerror',
  onWarning: 'warning',
} as const;

const remoteEvents = {
  onLoadStart: 'loadstart',
  onProgress: 'progress',
  onBeforeMount: 'beforemount',
  onLoad: 'load',
  onError: 'error',
  onAbort: 'abort',
  onUnmount: 'unmount',
  onSuspend: 'suspend',
  onResume: 'resume',
} as const;

/** The props of {@link FederationHost}. */
export type FederationHostProps = ElementProps<'federation-host', typeof hostEvents>;
/** The props of {@link FederationRemote}. */
export type FederationRemoteProps = ElementProps<'federation-remote', typeof remoteEvents>;

/** `<federation-host>`, which the page has to define: by the script, or by importing `federation-elements/define`. */
export const FederationHost: FunctionComponent<FederationHostProps> = wrapElement('federation-host', hostEvents);
/** `<federation-remote>`: `props` may be an object, and its events are heard. */
export const FederationRemote: FunctionComponent<FederationRemoteProps> = wrapElement(
  'federation-remote',
  remoteEvents,
);

/** The props of {@link FederationRoutes}. */
export type FederationRoutesProps = ElementProps<'federation-routes', Readonly<Record<never, never>>>;
/** `<federation-routes>`. */
export const FederationRoutes: FunctionComponent<FederationRoutesProps> = wrapElement('federation-routes', {});
