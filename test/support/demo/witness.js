// Runs before everything else in a page under test, and notes what can't be seen from outside.
window.witness = { complaints: [], renderers: [] };

for (const level of ['error', 'warn']) {
  // biome-ignore lint/suspicious/noConsole: what a page says there is what this file is for
  const write = console[level];
  console[level] = (...things) => {
    window.witness.complaints.push(things.map(String).join(' '));
    write.apply(console, things);
  };
}
addEventListener('error', (event) => {
  if (event.target === window) window.witness.complaints.push(event.message);
});
addEventListener('unhandledrejection', (event) => window.witness.complaints.push(String(event.reason)));

// Each copy of react-dom announces itself to React's developer tools, once, with its version.
window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: ({ version }) => window.witness.renderers.push(version),
  onCommitFiberRoot() {},
  onCommitFiberUnmount() {},
  onPostCommitFiberRoot() {},
};
