/** The engines that the tests run in. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** The one that this test runs in. */
export const engine: Engine = navigator.userAgent.includes('Firefox/')
  ? 'Firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'Chromium'
    : 'WebKit';

/**
 * Runs a test that is known to fail in some engines: there it has to fail, and elsewhere to pass.
 *
 * So whoever updates an engine hears that a bug is mended, and can remove what works around it.
 *
 * @param engines - Where it fails.
 * @param test - What should be so; rejects if it is not.
 * @throws If it passes where it is known to fail.
 */
export async function knownToFailIn(engines: readonly Engine[], test: () => Promise<void>): Promise<void> {
  if (!engines.includes(engine)) return test();
  let isMended = true;
  try {
    await test();
  } catch {
    isMended = false;
  }
  if (isMended) throw new Error(`${engine} has mended this: take it from the list, and what works around it away.`);
}
