import type { FederationWarning, RemoteState } from './federation-api.js';

/** Something happened to a remote: `remoteload`, `remoteerror` or `remoteupdate`. */
export class RemoteEvent extends Event {
  declare readonly type: 'remoteload' | 'remoteerror' | 'remoteupdate';
  readonly remote: RemoteState;

  constructor(type: RemoteEvent['type'], remote: RemoteState) {
    super(type);
    this.remote = remote;
  }
}

/** Something works, but not as somebody wished: `warning`. */
export class WarningEvent extends Event {
  readonly warning: FederationWarning;

  constructor(warning: FederationWarning) {
    super('warning');
    this.warning = warning;
  }
}
