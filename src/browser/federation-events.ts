import type { FederationWarning, RemoteState } from './federation-api.js';

/** Something happened to a remote: `remoteload`, `remoteerror` or `remoteupdate`. */
export class RemoteEvent extends Event {
  readonly remote: RemoteState;

  constructor(type: 'remoteload' | 'remoteerror' | 'remoteupdate', remote: RemoteState) {
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
