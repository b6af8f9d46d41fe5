/** Milliseconds until a region that is new, or was emptied, is listened to. */
const patience = 100;

/** An element that can speak by itself; TypeScript's library does not know it yet. */
interface Speaker extends HTMLElement {
  ariaNotify?(text: string): void;
}

let region: HTMLElement | undefined;

/** Lets a screen reader say something, once: by `ariaNotify`, else by a live region that is not seen. */
export function announce(text: string): void {
  const { body } = document as { readonly body: Speaker };
  if (body.ariaNotify) {
    body.ariaNotify(text);
    return;
  }
  region ??= createRegion();
  const place = region;
  // What is read is a change, so the same words must go before they can come again.
  place.textContent = '';
  body.append(place);
  setTimeout(() => {
    place.textContent = text;
  }, patience);
}

function createRegion(): HTMLElement {
  const created = document.createElement('div');
  created.role = 'status';
  created.style.cssText = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)';
  return created;
}
