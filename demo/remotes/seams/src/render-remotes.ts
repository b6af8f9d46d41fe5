import type { RemoteState } from 'federation-elements';
import { createElement } from './create-element.js';

/** One line a remote: its name, where it comes from, and how it is. */
export function renderRemotes(remotes: Iterable<RemoteState>): readonly Node[] {
  return [
    createElement('h3', '', 'Who is on this page'),
    createElement('ul', 'seams-remotes', ...Array.from(remotes, renderRemote)),
  ];
}

function renderRemote(remote: RemoteState): Node {
  const state = createElement('span', `seams-state seams-${remote.status}`, stateOf(remote));
  return createElement(
    'li',
    '',
    createElement('strong', '', remote.name),
    createElement('code', '', originOf(remote.url)),
    state,
  );
}

function stateOf(remote: RemoteState): string {
  if (remote.status !== 'error') return remote.status;
  return remote.error.code;
}

/** Without the scheme: it says nothing here. */
function originOf(url: string): string {
  return new URL(url).host;
}
