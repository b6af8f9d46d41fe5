import type { ReasonCode } from '../agreement.js';

/** Why a remote was given the copy that the page shares: each ends the sentence "cart keeps react 18.3.1: …". */
export const plainReasons: Readonly<
  Record<Extract<ReasonCode, 'host' | 'only-copy' | 'own-shared' | 'shared'>, (range: string) => string>
> = {
  host: () => 'the host is always given its own',
  'only-copy': () => 'no other remote offers one',
  'own-shared': () => 'the page shares it',
  shared: (range) => `the page shares it, and its range ${range} accepts it`,
};
