/**
 * Resolves once the children of an element are there.
 *
 * A parser creates an element before its children, so a script that runs early sees none of them. The end tag was read
 * when something follows the element, or one of its ancestors, in the document; at the latest when the document ends.
 */
export async function whenParsed(element: Element): Promise<void> {
  const page = element.ownerDocument;
  const isParsed = (): boolean => page.readyState !== 'loading' || isFollowed(element);
  if (isParsed()) return;
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (!isParsed()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(page, { childList: true, subtree: true });
    page.addEventListener('DOMContentLoaded', check);
  });
}

function isFollowed(node: Node | null): boolean {
  return node !== null && (node.nextSibling !== null || isFollowed(node.parentNode));
}
