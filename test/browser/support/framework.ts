/** Imports a module of test/fixtures/frameworks, or of test/fixtures/react-18, bundled: `react`, `react-counter`. */
export function importFixture(name: string): Promise<Record<string, unknown>> {
  return import(`/__frameworks/${name}.js`);
}
