import type { FederationHost } from '../../../components/federation-host.js';
import type { FederationRemote } from '../../../components/federation-remote.js';
import { origins } from './origins.js';

/** Where the entry of the remote `tags` is, behind a fault if one is given, as in `slow,ms=300`. */
export function tagsEntry(fault = '', origin: string = origins.second): string {
  return `${origin}${fault && `/__fault/${fault}`}/test/browser/fixtures/tags/remoteEntry.json`;
}

/** What the fixture apps of this page did so far: `mount id`, `update id`, `unmount id`, `start id`. */
const journal: string[] = [];
Object.assign(globalThis, { tagsJournal: journal });

let count = 0;

/** What the apps in one element did, without its id. */
export function journalOf({ id }: Element): string[] {
  return journal.filter((line) => line.endsWith(` ${id}`)).map((line) => line.slice(0, -id.length - 1));
}

/** Lets the apps of `./Gated` wait; gives the function that lets them go on. */
export function closeGate(): () => void {
  let open = (): void => {};
  Object.assign(globalThis, { tagsGate: new Promise<void>((resolve) => (open = resolve)) });
  return open;
}

/** A host at the end of the document, whose manifest names the remote `tags`, and more if wished. */
export function insertHost(manifest: object = {}): FederationHost {
  const host = document.createElement('federation-host');
  host.innerHTML = `<script type="federation-manifest">${JSON.stringify({ tags: tagsEntry(), ...manifest })}</script>`;
  // The runner's page has loaded modules already, after which Firefox accepts no import map.
  host.setAttribute('polyfill', '/node_modules/es-module-shims/dist/es-module-shims.js');
  host.setAttribute('retry', '0');
  host.setAttribute('timeout', '3000');
  document.body.append(host);
  return host;
}

/** A tag with an id of its own, not yet in the document. The children are HTML. */
export function createRemote(attributes: Readonly<Record<string, string>> = {}, children = ''): FederationRemote {
  const remote = document.createElement('federation-remote');
  remote.id = `remote-${++count}`;
  for (const [name, value] of Object.entries(attributes)) remote.setAttribute(name, value);
  remote.innerHTML = children;
  return remote;
}

/** The same, at the end of the document. */
export function insertRemote(attributes: Readonly<Record<string, string>> = {}, children = ''): FederationRemote {
  const remote = createRemote({ remote: 'tags', ...attributes }, children);
  document.body.append(remote);
  return remote;
}

/** The types of the tag's own events from now on, in order. */
export function recordEvents(remote: Element): string[] {
  const types: string[] = [];
  for (const type of ['loadstart', 'beforemount', 'load', 'error', 'abort', 'unmount', 'suspend', 'resume']) {
    remote.addEventListener(type, (event) => {
      if (event.target === remote) types.push(type);
    });
  }
  return types;
}

/** Handles errors, so that they are not printed. */
export function silence(remote: Element): void {
  remote.addEventListener('error', (event) => event.preventDefault());
}

export function nextEvent<Type extends Event = Event>(target: EventTarget, type: string): Promise<Type> {
  return new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as Type), { once: true }));
}

/** When all that has been queued by now is done, and something was painted. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
}

/** The names of the parts that can be seen, in order. */
export function visibleParts(remote: Element): string[] {
  const parts = [...(remote.shadowRoot?.querySelectorAll<HTMLElement>('div > div[part]') ?? [])];
  return parts.filter((part) => part.checkVisibility({ visibilityProperty: true })).map((part) => part.part.value);
}

/** The element in which the app is. */
export function contentOf(remote: Element): HTMLElement | null {
  return remote.querySelector(':scope > [slot="federation-content"]');
}
