import type { Federation, MountContext } from 'federation-elements';
import { adoptStyles } from './adopt-styles.js';
import { renderPackages } from './render-packages.js';
import { renderRemotes } from './render-remotes.js';
import styles from './seams.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/**
 * Shows, live, what the remotes of this page agreed to share, and why, in the agreement's own sentences.
 *
 * No framework: two parts are rendered anew whenever the federation says that something changed.
 */
export function mount(target: HTMLElement, { host, signal }: MountContext): () => void {
  const federation = federationOf(host);
  const remotes = document.createElement('div');
  const packages = document.createElement('div');
  adoptStyles(target, sheet);
  target.classList.add('seams');
  target.append(packages, remotes);

  const render = (): void => {
    packages.replaceChildren(...renderPackages(federation.agreement));
    remotes.replaceChildren(...renderRemotes(federation.remotes.values()));
  };
  render();
  for (const type of ['remoteload', 'remoteerror', 'warning']) federation.addEventListener(type, render, { signal });

  return () => target.replaceChildren();
}

/** The federation behind the page's tag. */
function federationOf(host: HTMLElement): Federation {
  const tag = host.ownerDocument.querySelector<HTMLElement & { readonly federation?: Federation }>('federation-host');
  if (!tag?.federation) throw new Error('This page has no federation-host: put the tag on it.');
  return tag.federation;
}
