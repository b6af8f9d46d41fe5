import { decode } from './match-route.js';

/** What is to happen when the location changes. */
export interface LocationListener {
  /** Whether the page can show by itself what is at a URL. */
  canShow(url: string): boolean;
  /** The location may be another one. Resolves when what belongs there is shown; never rejects. */
  changed(): Promise<void>;
}

/** Links that are meant for the page; `rel="external"` is how an author says that one is not. */
const ownLinks = ':is(a, area)[href]:not([rel~="external" i])';

/**
 * Watches the location, for as long as the page lives, and keeps the page where a link leads to what it can show.
 *
 * By the Navigation API where there is one, else by the history and by clicks. Form posts, downloads, links to other
 * windows and clicks with a key held down are left to the browser.
 */
export function watchLocation(listener: LocationListener): void {
  const { navigation } = globalThis as { readonly navigation?: Navigation };
  if (navigation) watchNavigation(navigation, listener);
  else watchHistory(listener);
}

function watchNavigation(navigation: Navigation, listener: LocationListener): void {
  // What scripts do with the history comes here as well.
  navigation.addEventListener('currententrychange', () => void listener.changed());
  navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (!isForPage(event) || !listener.canShow(url)) return;
    const show = async (): Promise<void> => {
      if (location.href !== url) {
        await new Promise((resolve) => navigation.addEventListener('currententrychange', resolve, { once: true }));
      }
      const shown = listener.changed();
      if (event.navigationType !== 'traverse') tellRouters();
      await shown;
    };
    // The browser would move the focus before the app is there.
    event.intercept({ focusReset: 'manual', handler: show });
  });
}

function isForPage(event: NavigateEvent): boolean {
  const { destination, navigationType, sourceElement } = event as NavigateEvent & { sourceElement?: Element | null };
  const isFresh = !destination.sameDocument && navigationType !== 'reload';
  return (
    (isFresh || navigationType === 'traverse') &&
    event.canIntercept &&
    !event.defaultPrevented &&
    !event.hashChange &&
    event.downloadRequest === null &&
    !event.formData &&
    (!sourceElement || sourceElement.matches(ownLinks))
  );
}

function watchHistory(listener: LocationListener): void {
  addEventListener('popstate', () => void listener.changed());
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function (this: History, ...change) {
      original.apply(this, change);
      void listener.changed();
    };
  }
  // On the window, so that whoever wants the click for itself had it before.
  addEventListener('click', (event) => {
    const link = findLink(event);
    if (!link || !listener.canShow(link.href)) return;
    event.preventDefault();
    history[link.href === location.href ? 'replaceState' : 'pushState'](null, '', link.href);
    tellRouters();
    void listener.changed().then(() => {
      if (location.href === link.href) scrollAsBrowser();
    });
  });
}

/** The link that a click is to follow in this very window. */
function findLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return undefined;
  }
  const link = event.composedPath().find((node) => node instanceof Element && node.matches('a[href], area[href]'));
  const { href, origin, target, hash } = (link ?? {}) as HTMLAnchorElement;
  const isHere = link && origin === location.origin && (!target || target === '_self');
  const isOwn = isHere && (link as Element).matches(`${ownLinks}:not([download])`);
  const isHashOnly = hash && withoutHash(href) === withoutHash(location.href);
  return isOwn && !isHashOnly ? (link as HTMLAnchorElement) : undefined;
}

function withoutHash(url: string): string {
  return url.replace(/#.*/s, '');
}

/** Routers that know only the history hear of a link as of any other change. */
function tellRouters(): void {
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

/** What a browser does with the scroll position when it has followed a link. */
function scrollAsBrowser(): void {
  const id = decode(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
}
