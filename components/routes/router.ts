import { FederationRoutes } from '../federation-routes.js';
import { evaluate } from './evaluate.js';
import { keepFocus, presentRoute } from './present-route.js';
import type { RoutedElement, Verdict } from './route.js';
import type { LocationListener } from './watch-location.js';
import { withTransition } from './with-transition.js';

/** Milliseconds that a view transition waits for an app: the page stands still meanwhile. */
const transitionPatience = 300;

interface Outlet {
  readonly tell: (verdict: Verdict) => void;
  /** What it was told last. */
  verdict?: Verdict;
}

/**
 * Tells the tags of a page of their routes.
 *
 * A navigation also moves the focus, and is announced: what the page starts with is not, nor what is put into it.
 */
export class Router implements LocationListener {
  readonly #outlets = new Map<RoutedElement, Outlet>();
  /** What navigations have brought, and nobody was told of yet. */
  readonly #entered = new Set<HTMLElement>();
  #url: string = location.href;
  #shown: Promise<void> = Promise.resolve();
  #isApplying = false;
  #isStale = false;
  #isNavigation = false;

  /**
   * Tells a tag what the location means for it, at once and after each change.
   *
   * @param signal - Ends it.
   */
  add(element: RoutedElement, tell: (verdict: Verdict) => void, signal: AbortSignal): void {
    this.#outlets.set(element, { tell });
    signal.addEventListener('abort', () => this.#outlets.delete(element));
    this.refresh();
  }

  /** Tags have come or gone, or have other patterns. */
  refresh(): void {
    this.#apply(false);
  }

  canShow(url: string): boolean {
    return [...evaluate(this.#outlets.keys(), url).verdicts.values()].some(({ route }) => route);
  }

  changed(): Promise<void> {
    if (location.href !== this.#url) {
      this.#url = location.href;
      this.#shown = this.#navigate(location.href);
    }
    return this.#shown;
  }

  /** One after the other may come before the first is through: the last one is told of, and all that it shows. */
  async #navigate(url: string): Promise<void> {
    const before = { focused: document.activeElement, title: document.title };
    const isTransition = this.#isTransition(url);
    await withTransition(isTransition, async () => {
      this.#apply(true);
      const patience = new Promise((resolve) => setTimeout(resolve, transitionPatience));
      if (isTransition) await Promise.race([this.#whenShown(), patience]);
    });
    await this.#whenShown();
    if (url !== this.#url) return;
    const [first] = inOrder(this.#entered);
    this.#entered.clear();
    if (first) void presentRoute(first, before, () => url === this.#url);
  }

  /** Whether a `<federation-routes>` that wishes it is to show something else. */
  #isTransition(url: string): boolean {
    const { choices } = evaluate(this.#outlets.keys(), url);
    return [...choices].some(
      ([routes, { shown }]) => routes instanceof FederationRoutes && routes.transition && routes.current !== shown,
    );
  }

  /** Tells everyone what is new; what happens meanwhile is told afterwards. */
  #apply(isNavigation: boolean): void {
    this.#isStale = true;
    this.#isNavigation ||= isNavigation;
    if (this.#isApplying) return;
    this.#isApplying = true;
    try {
      while (this.#isStale) {
        const isNavigationNow = this.#isNavigation;
        this.#isStale = false;
        this.#isNavigation = false;
        this.#tell(isNavigationNow);
      }
    } finally {
      this.#isApplying = false;
    }
  }

  /** Whoever enters hears of it first, so that the focus has somewhere to go. */
  #tell(isNavigation: boolean): void {
    const { verdicts, choices } = evaluate(this.#outlets.keys(), location.href);
    const news = [...this.#outlets].flatMap(([element, outlet]) => {
      const verdict = verdicts.get(element) as Verdict;
      return isSame(outlet.verdict, verdict) ? [] : { element, outlet, verdict, before: outlet.verdict };
    });
    const tell = ({ outlet, verdict }: (typeof news)[number]): void => {
      outlet.verdict = verdict;
      outlet.tell(verdict);
    };
    const here = news.filter(({ verdict }) => !verdict.isAway);
    const away = news.filter(({ verdict }) => verdict.isAway);
    for (const { element, before } of here) if (isNavigation && before?.isAway) this.#entered.add(element);
    for (const { element } of away) this.#entered.delete(element);
    here.forEach(tell);
    for (const [routes, choice] of choices) {
      const isEmptied = routes instanceof FederationRoutes && routes.choose(choice) && !choice.shown;
      if (isEmptied && isNavigation) this.#entered.add(routes);
    }
    if (isNavigation) {
      keepFocus(
        away.map(({ element }) => element),
        inOrder(this.#entered),
      );
    }
    away.forEach(tell);
  }

  /** When the apps that have been entered are there, or have failed, or went away. */
  #whenShown(): Promise<unknown> {
    // What loads lazily, or by hand, is not waited for.
    const loading = [...this.#outlets.keys()].filter((each) => this.#entered.has(each) && each.status === 'loading');
    return Promise.allSettled(loading.map(({ loaded }) => loaded));
  }
}

/** What a `<federation-routes>` shows is the page itself; other tags are beside it. */
function inOrder(elements: Iterable<HTMLElement>): readonly HTMLElement[] {
  const connected = [...elements].filter((element) => element.isConnected);
  return connected.sort((one, other) => Number(isInRoutes(other)) - Number(isInRoutes(one)));
}

function isInRoutes(element: HTMLElement): boolean {
  return element.closest('federation-routes') !== null;
}

function isSame(one: Verdict | undefined, other: Verdict): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
