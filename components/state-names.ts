import type { LoadState } from './load-state.js';

/** The names of the custom states that a tag is in: its status, and what more there is to say of it. */
export function stateNames(state: LoadState): readonly string[] {
  const flags = {
    away: state.status === 'unloaded' && state.isAway,
    retrying: state.status === 'loading' && state.isRetry,
    slow: state.status === 'loading' && state.isSlow,
    offline: state.status === 'error' && state.isOffline,
  };
  const names = Object.entries(flags).flatMap(([name, isOn]) => (isOn ? name : []));
  return state.status === 'unloaded' ? names : [state.status, ...names];
}
