import { origins } from './origins.js';

const folder = '/test/browser/fixtures/runtime';

/**
 * The entries of three remotes, each from an origin of its own. Each exposes `./Main` and shares a singleton `counter`:
 * alpha has 1.2.0 and accepts ^1.0.0, beta has 1.1.0 and accepts ^1.1.0, gamma has 2.0.0 and accepts ^2.0.0.
 */
export const entries = {
  alpha: `${origins.second}${folder}/alpha/remoteEntry.json`,
  beta: `${origins.third}${folder}/beta/remoteEntry.json`,
  gamma: `${origins.fourth}${folder}/gamma/remoteEntry.json`,
};

/** The entry of beta, and all its files, behind a fault. */
export const faultyBeta = (fault: string): string => `${origins.third}/__fault/${fault}${folder}/beta/remoteEntry.json`;

/** Whether this browser takes one import map only, before the first module: stock Firefox. */
export const isSingleMap: boolean = navigator.userAgent.includes('Firefox');

/** What a promise rejects with; fails if it does not. */
export async function failureOf(work: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  let result: unknown;
  try {
    result = await work;
  } catch (error) {
    return error as { code: string; details: Record<string, unknown> };
  }
  throw new Error(`It did not fail, but gave ${typeof result}.`);
}
