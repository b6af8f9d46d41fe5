import { createNode } from './create-node.js';

/** The slot of the shadow tree that shows apps: not a name that an author would choose. */
export const contentSlot = 'federation-content';

/** The element in which an app is mounted. */
export interface MountTarget {
  /** In the light DOM of the tag. */
  readonly element: HTMLElement;
  /** Where the app goes: the element, or one in its shadow tree. */
  readonly place: HTMLElement;
  /** Adds the element, behind what the tag holds. */
  insert(): void;
  /** Hides the element at once, and takes it away after the app has gone. */
  remove(gone?: Promise<unknown>): void;
}

/**
 * Creates an element for an app to mount in, in the light DOM: where the styles, forms and labels of the page reach it.
 *
 * A framework that renders the children of `host` anew may wipe what it did not render. The element is then put back
 * as it was, with the focus: the app does not notice more than a move.
 *
 * @param isolated - Whether the app goes into a shadow tree of its own, out of reach of the styles of the page.
 * @param onRemove - Called when the element was taken away for good.
 */
export function createMountTarget(host: HTMLElement, isolated: boolean, onRemove: () => void): MountTarget {
  const element = createNode('div', { slot: contentSlot });
  let place = element;
  if (isolated) {
    place = createNode('div', {});
    element.attachShadow({ mode: 'open' }).append(place);
  }
  let focused: HTMLElement | undefined;
  element.addEventListener('focusin', (event) => {
    focused = event.composedPath()[0] as HTMLElement;
  });
  // Chromium tells of a removal as if the focus had moved on; only later can one see the difference.
  element.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (element.isConnected) focused = undefined;
    }),
  );
  const healer = new MutationObserver(() => {
    if (element.parentNode === host) return;
    const lost = focused;
    host.append(element);
    if (document.activeElement === document.body) lost?.focus({ preventScroll: true });
  });
  return {
    element,
    place,
    insert() {
      // A copy of a tag (`cloneNode`, a snapshot of the page) has a dead copy of its app.
      host.querySelector(`:scope > [slot=${contentSlot}]`)?.remove();
      healer.observe(host, { childList: true });
      host.append(element);
    },
    remove(gone = Promise.resolve()) {
      healer.disconnect();
      element.slot = `${contentSlot}-gone`;
      void gone.finally(() => {
        element.remove();
        onRemove();
      });
    },
  };
}
