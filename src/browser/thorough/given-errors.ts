import type { FederationError as PageError } from '../../core/errors.js';
import { handOver, type WaitingPage } from './hand-over.js';

/** The page's own class, which stands for that of src/core/errors.ts in the thorough script. */
export const FederationError = (document as WaitingPage)[handOver]?.FederationError as typeof PageError;
