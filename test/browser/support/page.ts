/** A page of its own in a frame: the tests of what a document has only one of. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  close(): void;
}

/**
 * Opens a page with this HTML, on the runner's origin, with the tags defined by a module script.
 *
 * @param html - What stands in the body.
 * @param options.definition - Where the script stands: `first` (default), or `last`, behind the tags.
 */
export async function openPage(html: string, { definition = 'first' } = {}): Promise<Page> {
  const frame = document.createElement('iframe');
  const script = '<script type="module" src="/components/define.ts"></script>';
  frame.srcdoc = `<!doctype html><base href="${location.origin}/"><body>${
    definition === 'first' ? script + html : html + script
  }`;
  frame.style.cssText = 'width: 600px; height: 400px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as Page['window'];
  return { window, document: window.document, close: () => frame.remove() };
}
