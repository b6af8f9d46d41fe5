// The bundle `dist/federation-thorough.js`. Where nobody waits for it, it does nothing.
import * as thorough from '../../core/thorough.js';
import { handOver, type WaitingPage } from './hand-over.js';

(document as WaitingPage)[handOver]?.take(thorough);
