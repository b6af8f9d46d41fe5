import type { Participant } from './offer.js';
import type { Wish } from './wishes.js';

/** Knows of which packages two remotes, with all their copies, cannot be given the same copy, although they would have to. */
export class Conflicts {
  readonly #wishes = new Map<Participant, Map<string, Wish[]>>();
  readonly #known = new Map<Participant, Map<Participant, readonly string[]>>();

  constructor(wishes: readonly Wish[]) {
    for (const wish of wishes) {
      for (const participant of new Set(wish.askers.map(({ participant }) => participant))) {
        const all = this.#wishes.get(participant) ?? new Map<string, Wish[]>();
        const { packageName } = wish.terms;
        this.#wishes.set(participant, all.set(packageName, [...(all.get(packageName) ?? []), wish]));
      }
    }
  }

  /** The packages in question, by npm name. */
  between(one: Participant, other: Participant): readonly string[] {
    const known = this.#known.get(one) ?? new Map<Participant, readonly string[]>();
    this.#known.set(one, known);
    const names = known.get(other) ?? this.#find(one, other);
    known.set(other, names);
    return names;
  }

  #find(one: Participant, other: Participant): string[] {
    const others = this.#wishes.get(other);
    const names: string[] = [];
    for (const [packageName, some] of this.#wishes.get(one) ?? []) {
      if (some.every((wish) => others?.get(packageName)?.every((another) => areApart(wish, another)))) {
        names.push(packageName);
      }
    }
    return names;
  }
}

/** Whether two insist on one copy, and nothing could be given to both. */
function areApart({ terms, options }: Wish, other: Wish): boolean {
  if (!terms.singleton || !other.terms.singleton) return false;
  for (const copy of options.keys()) if (other.options.has(copy)) return false;
  return true;
}
