import type { Kind } from './family.js';
import { wishOf } from './objection.js';
import type { Need, Offer } from './offer.js';
import type { Terms } from './terms.js';

/** The kinds of demands in a family, each once. */
export class Kinds {
  readonly #byTerms = new Map<Terms, Kind>();
  readonly #byKey = new Map<string, Kind>();

  all(): Iterable<Kind> {
    return this.#byKey.values();
  }

  /** What a remote asks with its terms. */
  ofRemote(terms: Terms): Kind {
    const known = this.#byTerms.get(terms);
    if (known) return known;
    const { singleton, strictVersion, isOwnOnly } = terms;
    const kind = this.#create(terms, wishOf(terms), singleton && !strictVersion, isOwnOnly);
    this.#byTerms.set(terms, kind);
    return kind;
  }

  /** What a copy asks: its range is never only a wish; the imports of its own package lead to itself. */
  ofCopy(copy: Offer, { sibling, range, specifiers }: Need): Kind {
    const isOwnOnly = sibling === copy || sibling.terms.isOwnOnly;
    return this.#create(sibling.terms, { ...wishOf(sibling.terms), range, specifiers }, false, isOwnOnly);
  }

  #create(
    { packageName, shareScope, singleton }: Terms,
    wish: ReturnType<typeof wishOf>,
    isWish: boolean,
    isOwnOnly: boolean,
  ): Kind {
    const { range, specifiers, equalVersion } = wish;
    const flags = `${singleton} ${isWish} ${isOwnOnly}`;
    const key = [packageName, shareScope, range, specifiers, equalVersion, flags].join('\n');
    const known = this.#byKey.get(key);
    if (known) return known;
    const facts = { id: this.#byKey.size, packageName, shareScope, singleton, isWish, isOwnOnly };
    const kind: Kind = { ...facts, ...wish, accepted: new Map() };
    this.#byKey.set(key, kind);
    return kind;
  }
}
