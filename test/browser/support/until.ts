import { expect } from '@esm-bundle/chai';

/** Waits until a question is answered as expected; fails, with the last answer, when the test would end anyway. */
export async function until<Answer>(ask: () => Answer | Promise<Answer>, expected: Answer): Promise<void> {
  const deadline = Date.now() + 8000;
  while ((await ask()) !== expected && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await ask()).to.equal(expected);
}
