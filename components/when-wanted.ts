/** How far outside the viewport a lazy element is near it. */
const margin = '50%';

/**
 * Calls back once the element is to be loaded, as its `loading` attribute says.
 *
 * `lazy`: near the viewport, so never while it is hidden. `idle`: when the browser has nothing better to do.
 * `manual`: never. Anything else: at once.
 *
 * @param signal - Ends the waiting.
 */
export function whenWanted(
  element: Element,
  loading: string | null | undefined,
  signal: AbortSignal,
  load: () => void,
): void {
  if (loading === 'lazy') {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) load();
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  } else if (loading === 'idle') {
    // WebKit has no idle callbacks; there, after the next frame is the best guess.
    const later = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 100));
    later(() => {
      if (!signal.aborted) load();
    });
  } else if (loading !== 'manual') load();
}
