import { readFile } from 'node:fs/promises';

const shell = new URL('../../../demo/shell/index.html', import.meta.url);

/** Below `/__shell/` the shell is in a folder of any depth, up to and without a file name or this one. */
const anyFolder = /^\/__shell\/(?:[^./]+\/)+(?<file>[^?]*)/;

/**
 * The demo's shell as it is, but elsewhere: `/__shell/any/depth/index.html`, with everything beside it.
 *
 * `?base=/demo/shell/` gives the page a `<base>`, `?host=last` puts the host tag after the remotes. Each page also gets
 * a script that notes what goes to its console, and which copies of React's renderer announce themselves: a page under
 * test is the only one that has a script of its own.
 */
export async function shellVariants(context, next) {
  const file = anyFolder.exec(context.path)?.groups.file;
  if (file === undefined) return next();
  if (file === '' || file === 'index.html') {
    context.type = 'html';
    context.body = vary(await readFile(shell, 'utf8'), context.query);
    return;
  }
  context.url = `/demo/shell/${file}`;
  return next();
}

function vary(html, { base, host }) {
  const head = `<head><script src="/test/support/demo/witness.js"></script>${base ? `<base href="${base}" />` : ''}`;
  const page = html.replace('<head>', head);
  if (host !== 'last') return page;
  const tag = /<federation-host .*<\/federation-host>/.exec(page)[0];
  return page.replace(tag, '').replace('</body>', `${tag}</body>`);
}
