import { FederationError, type FederationErrorDetails } from '../core/errors.js';
import type { ExplainedCode } from '../core/explain.js';
import { settleWithin } from './settle-within.js';
import type { LoadThorough } from './thorough/load-thorough.js';

/** Milliseconds that an error waits for its sentences: where nothing arrives any more, it must not be late itself. */
const patience = 1000;

/** Makes an error with the sentences of thorough code, which is fetched for it. */
export type Explain = <Code extends ExplainedCode>(
  code: Code,
  details: FederationErrorDetails[Code],
  options?: ErrorOptions,
) => Promise<FederationError<Code>>;

/** Makes the one function of a page that explains errors. Where thorough code cannot be had, the facts are all that they say. */
export function createExplain(loadThorough: LoadThorough): Explain {
  return (code, details, options) =>
    settleWithin(loadThorough(), AbortSignal.timeout(patience)).then(
      ({ explain }) => explain(code, details, options),
      () => new FederationError(code, details, JSON.stringify(details), options),
    );
}
