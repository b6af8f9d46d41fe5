/** Milliseconds that may pass until the frameworks are bundled, which the first who asks for one waits for. */
export const frameworksTimeout = 60_000;

/** Imports a module of test/fixtures/frameworks, or of test/fixtures/react-18, bundled: `react`, `react-counter`. */
export function importFixture(name: string): Promise<Record<string, unknown>> {
  return import(`/__frameworks/${name}.js`);
}
