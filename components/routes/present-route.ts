import { announce } from './announce.js';

/** How often, and for how many milliseconds each, the heading of an app that renders later is waited for. */
const renderPatience = { turns: 10, pause: 16 };

/** How a page was when a navigation began. */
export interface Before {
  readonly focused: Element | null;
  readonly title: string;
}

/**
 * Keeps the focus out of what is about to go, and away from nowhere: it stands in what comes instead, else around
 * what has gone.
 */
export function keepFocus(leaving: readonly HTMLElement[], entering: Iterable<HTMLElement>): void {
  const holder = leaving.find((element) => element.matches(':focus-within'));
  if (!holder && !isFocusLost()) return;
  const places = [...entering, ...ancestorsOf(holder), document.querySelector<HTMLElement>('main, h1')];
  places.some((place) => place && moveFocus(place));
}

/**
 * Tells people that something else is shown: the focus moves to its heading, and it is named once.
 *
 * Whoever has moved the focus meanwhile keeps it, and so does an app that has taken it. A screen reader reads what
 * gets the focus, so the heading is named by that, unless the title of the page says more.
 *
 * @param isCurrent - Whether it is still what is shown.
 */
export async function presentRoute(element: HTMLElement, before: Before, isCurrent: () => boolean): Promise<void> {
  const { turns, pause } = renderPatience;
  for (let turn = 0; turn < turns && !findShown(element, headings); turn++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isCurrent()) return;
  }
  const heading = findShown(element, headings);
  const { activeElement } = document;
  const isFree = isFocusLost() || activeElement === before.focused || activeElement === element;
  const target = findShown(element, '[autofocus]') ?? heading ?? element;
  const hasMoved = isFree && moveFocus(target);
  const { title } = document;
  const words = heading?.textContent?.replace(/\s+/g, ' ').trim();
  const name = (title === before.title && (words || element.ariaLabel)) || title;
  if (!(hasMoved && target === heading && name === words)) announce(name);
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** The first that fits among what an element shows, also in the shadow trees below it. */
function findShown(root: Element | ShadowRoot, selector: string): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector) && element.checkVisibility({ visibilityProperty: true })) return element;
    const inner = element.shadowRoot && findShown(element.shadowRoot, selector);
    if (inner) return inner;
  }
  return undefined;
}

/** Whether the focus is nowhere. */
function isFocusLost(): boolean {
  return (document.activeElement ?? document.body) === document.body;
}

/** Moves the focus to an element, whatever it is, without scrolling; gives whether that was possible. */
function moveFocus(element: HTMLElement): boolean {
  const isOwn = !element.hasAttribute('tabindex') && element.tabIndex < 0;
  if (isOwn) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const hasFocus = element.matches(':focus');
  // A click into it is not meant to focus it later.
  const restore = (): void => element.removeAttribute('tabindex');
  if (isOwn && hasFocus) element.addEventListener('blur', restore, { once: true });
  else if (isOwn) restore();
  return hasFocus;
}

function* ancestorsOf(element: Element | undefined): Iterable<HTMLElement> {
  for (let parent = element?.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    yield parent;
  }
}
