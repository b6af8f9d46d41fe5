const css = `
  :host {
    all: initial;
    display: block;
    position: fixed;
    inset: auto 1rem 1rem;
    margin: 0 auto;
    max-width: 60rem;
    max-height: calc(100vh - 2rem);
    box-sizing: border-box;
    overflow: auto;
    border: 1px solid #d92d20;
    border-radius: 0.5rem;
    padding: 1rem 1.25rem;
    background: #fff;
    color: #1d1d1f;
    font: 0.9375rem/1.5 system-ui, sans-serif;
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 25%);
    z-index: 2147483647;
  }
  header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
  h2 { margin: 0; font-size: 1.0625rem; }
  h2::before { content: "✕"; color: #d92d20; margin-inline-end: 0.5em; }
  pre { margin: 0.75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.8125rem/1.6 ui-monospace, monospace; }
  p { margin: 0.75rem 0 0; color: #5f6368; font-size: 0.8125rem; }
  button { font: inherit; padding: 0.25rem 0.75rem; border: 1px solid; border-radius: 0.375rem; background: none; color: inherit; cursor: pointer; }
  button:focus-visible { outline: 2px solid #2563eb; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    :host { background: #1d1d1f; color: #f5f5f7; border-color: #f97066; }
    h2::before { color: #f97066; }
    p { color: #a1a1a6; }
  }
`;

/** Shows on the page, above all else, which remotes could not be built, and why; it goes when they could. */
export class BuildErrorOverlay {
  readonly #messages = new Map<string, string>();
  #host: HTMLElement | undefined;

  show(remote: string, message: string): void {
    this.#messages.set(remote, message);
    this.#render();
  }

  hide(remote: string): void {
    if (this.#messages.delete(remote)) this.#render();
  }

  #render(): void {
    this.#host?.remove();
    this.#host = undefined;
    if (this.#messages.size === 0) return;
    const host = document.createElement('federation-build-error');
    const root = host.attachShadow({ mode: 'open' });
    // A sheet made by script is allowed by every Content-Security-Policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    host.role = 'alert';
    for (const [remote, message] of this.#messages) root.append(...createReport(remote, message));
    const close = createText('button', 'Close');
    close.addEventListener('click', () => host.remove());
    root.querySelector('header')?.append(close);
    root.append(createText('p', 'The page shows the last build that succeeded. This goes with the next.'));
    // An alert is read aloud when it comes into the page; a popover lies above all that does not come later.
    host.popover = 'manual';
    document.body.append(host);
    host.showPopover();
    this.#host = host;
  }
}

function createReport(remote: string, message: string): HTMLElement[] {
  const header = document.createElement('header');
  header.append(createText('h2', `"${remote}" could not be built`));
  return [header, createText('pre', message)];
}

function createText(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
