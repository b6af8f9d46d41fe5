/**
 * Below `/__routes/` every address is the same page, as a server of a single-page application answers: with
 * the tags, and nothing else.
 *
 * `?history` in its first address takes the Navigation API away, as in a browser that has none.
 */
export async function routesPage(context, next) {
  if (!context.path.startsWith('/__routes/')) return next();
  context.type = 'html';
  const missing = '<script>Object.defineProperty(window, "navigation", { value: undefined });</script>';
  context.body = `<!doctype html>
<html lang="en">
  <head>
    <title>Routes</title>
    ${'history' in context.query ? missing : ''}
    <script src="/test/support/demo/witness.js"></script>
    <script src="/__tags/federation.js"></script>
  </head>
  <body></body>
</html>`;
}
