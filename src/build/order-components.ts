/**
 * Orders the nodes of a graph so that each comes after those that it refers to; nodes that refer to each other come
 * together, in the order in which they were found.
 *
 * The strongly connected components of Tarjan's algorithm, with a stack of its own, so that depth is no limit.
 *
 * @param roots - Where the search begins; what they do not reach is left out.
 *
 * @example
 * ```ts
 * orderComponents(['a'], (node) => ({ a: ['b'], b: ['c', 'a'], c: [] })[node]); // → [['c'], ['a', 'b']]
 * ```
 *
 * Runs anywhere: pure.
 */
export function orderComponents(
  roots: readonly string[],
  referencesOf: (node: string) => readonly string[],
): string[][] {
  const search = new Search(referencesOf);
  for (const root of roots) search.visit(root);
  return search.components;
}

interface Visit {
  readonly node: string;
  readonly references: Iterator<string>;
}

class Search {
  readonly components: string[][] = [];
  readonly #referencesOf: (node: string) => readonly string[];
  readonly #numbers = new Map<string, number>();
  /** The lowest number of an open node that a node reaches. */
  readonly #lowest = new Map<string, number>();
  /** Nodes whose component is not complete. */
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();
  readonly #visits: Visit[] = [];

  constructor(referencesOf: (node: string) => readonly string[]) {
    this.#referencesOf = referencesOf;
  }

  visit(root: string): void {
    if (!this.#numbers.has(root)) this.#enter(root);
    for (let visit = this.#visits.at(-1); visit; visit = this.#visits.at(-1)) {
      const { value, done } = visit.references.next();
      if (done) this.#leave(visit.node);
      else if (!this.#numbers.has(value)) this.#enter(value);
      else if (this.#isOpen.has(value)) this.#lower(visit.node, this.#numbers.get(value) as number);
    }
  }

  #enter(node: string): void {
    const number = this.#numbers.size;
    this.#numbers.set(node, number);
    this.#lowest.set(node, number);
    this.#open.push(node);
    this.#isOpen.add(node);
    this.#visits.push({ node, references: this.#referencesOf(node)[Symbol.iterator]() });
  }

  #leave(node: string): void {
    this.#visits.pop();
    const lowest = this.#lowest.get(node) as number;
    const above = this.#visits.at(-1);
    if (above) this.#lower(above.node, lowest);
    if (lowest !== this.#numbers.get(node)) return;
    const component = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of component) this.#isOpen.delete(member);
    this.components.push(component);
  }

  #lower(node: string, number: number): void {
    this.#lowest.set(node, Math.min(this.#lowest.get(node) as number, number));
  }
}
