// The bundle `dist/federation-thorough.js`. Where nobody waits for it, it does nothing.

import { handOver, type WaitingPage } from './hand-over.js';
import * as thorough from './thorough.js';

(document as WaitingPage)[handOver]?.take(thorough);
