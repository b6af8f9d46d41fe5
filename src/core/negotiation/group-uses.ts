import type { Decision, Use } from '../agreement.js';

/** Groups decisions by what is imported of which copy, in the order in which each is first decided. */
export function groupUses(decisions: readonly Decision[]): Use[] {
  const uses: (Use & { readonly consumers: string[] })[] = [];
  for (const { consumer, copy, specifiers } of decisions) {
    const known = uses.find((use) => use.copy === copy && use.specifiers === specifiers);
    if (known) known.consumers.push(consumer);
    else uses.push({ copy, specifiers, consumers: [consumer] });
  }
  return uses;
}
