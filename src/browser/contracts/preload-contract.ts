/** What `recognisePlainly` sees. */
const plain = ['mount', 'element', 'define'];

/**
 * Fetches what mounting by a contract needs, beside the module that will need it.
 *
 * @param contract - As the tag or the entry says it; nothing is fetched if nobody does, and for plain ones.
 */
export function preloadContract(contract: string | undefined): void {
  if (!contract || plain.includes(contract)) return;
  // What goes wrong here goes wrong again when it matters, and is told then.
  import('./recognise-contract.js').then(({ preloadAdapter }) => preloadAdapter(contract)).catch(() => {});
}
