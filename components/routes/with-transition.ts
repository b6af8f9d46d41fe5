/**
 * Changes the page, as a view transition if that is wished and the browser has them; never for people who want less
 * motion, and not in a page that nobody sees.
 *
 * @returns What `change` gives, once it is through.
 */
export async function withTransition(isWished: boolean, change: () => Promise<void>): Promise<void> {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
  if (!isWished || isCalm || !document.startViewTransition) return change();
  const { ready, finished, updateCallbackDone } = document.startViewTransition(change);
  // One that a later one takes over is none the less a change.
  for (const promise of [ready, finished]) promise.catch(() => {});
  return updateCallbackDone;
}
