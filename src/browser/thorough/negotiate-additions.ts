import type { Agreement, AgreementWarning } from '../../core/agreement.js';
import { createThoroughly } from '../../core/create-import-map.js';
import type { ImportMap } from '../../core/import-map.js';
import { importMapAdditions } from '../../core/import-map-additions.js';
import { type NegotiationOptions, negotiateThoroughly } from '../../core/negotiate.js';
import type { ResolveBare } from '../../core/plan-files.js';
import { resolveSpecifier } from '../../core/resolve-specifier.js';
import type { FederationState } from '../federation-state.js';
import { readPageRules } from './read-page-rules.js';

/** What all agree on, as an import map. */
export interface Outcome {
  readonly agreement: Agreement;
  readonly map: ImportMap;
  /** What of the map the page does not have yet. */
  readonly additions: ImportMap;
  readonly resolve: ResolveBare;
  /** What the page was not warned of yet. */
  readonly warnings: readonly AgreementWarning[];
}

/**
 * Negotiates for the remotes that have arrived, however much has to be found out.
 *
 * @param terms - What the page says of that.
 */
export function negotiateAdditions(
  { arrived, agreement: committed, importMap }: FederationState,
  terms: NegotiationOptions,
): Outcome {
  const agreement = negotiateThoroughly(arrived, { ...terms, ...(committed && { committed }) });
  const map = createThoroughly(agreement, readPageRules(document));
  // The earlier ones come first.
  const warnings = agreement.warnings.slice(committed?.warnings.length ?? 0);
  const resolve: ResolveBare = (specifier, importer) => resolveSpecifier(map, specifier, importer);
  return { agreement, map, additions: importMapAdditions(map, importMap), resolve, warnings };
}
