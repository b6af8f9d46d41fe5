import { reasonOf } from '../src/browser/reason-of.js';

/**
 * Tells the page of an error by an `error` event on the element, and the console unless a listener cancels it.
 *
 * @returns Whether a listener did: the page shows the error itself.
 */
export function tellError(element: HTMLElement, error: unknown): boolean {
  const message = reasonOf(error);
  const isHandled = !element.dispatchEvent(new ErrorEvent('error', { error, message, cancelable: true }));
  if (!isHandled) console.error(error);
  return isHandled;
}
