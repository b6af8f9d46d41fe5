import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Lets browser tests develop: they give projects, which are written to the disk and served as `federation dev` does it,
 * and change their files.
 *
 * `/__develop/start`, `/write` and `/stop` take JSON: see test/browser/support/workshop.ts. `/__develop/page` is a page
 * with this HTML in its body, behind the script of the tags.
 */
export function devServerPlugin() {
  const workshops = new Map();
  const actions = { start, write, stop };
  return {
    name: 'dev-server',
    async serve(context) {
      const name = /^\/__develop\/(\w+)$/.exec(context.path)?.[1];
      if (name === undefined) return undefined;
      if (name === 'page') return { body: createPage(context.query.html), type: 'html' };
      const answer = await actions[name](JSON.parse(await text(context.req)));
      return { body: JSON.stringify(answer ?? null), type: 'json' };
    },
    async serverStop() {
      for (const id of workshops.keys()) await stop({ id });
    },
  };

  async function start({ projects }) {
    // Only now: it is what is published, which has to be built before.
    const { serveProjects } = await import('federation-elements/dev-server');
    const root = await mkdtemp(join(await realpath(tmpdir()), 'workshop-'));
    for (const [path, content] of Object.entries(projects)) await writeBelow(root, path, content);
    const names = [...new Set(Object.keys(projects).map((path) => path.split('/')[0]))];
    const served = await serveProjects(
      names.map((name) => join(root, name)),
      { port: 0, onBuild() {} },
    );
    workshops.set(root, served);
    return { id: root, manifest: served.manifest };
  }

  async function write({ id, path, content }) {
    await writeBelow(id, path, content);
  }

  async function stop({ id }) {
    await workshops.get(id)?.close();
    workshops.delete(id);
    await rm(id, { recursive: true, force: true });
  }
}

/** The file appears whole: who watches the project never sees half of it. */
async function writeBelow(root, path, content) {
  const file = join(root, path);
  const unfinished = join(dirname(file), `.${basename(file)}.part`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, typeof content === 'string' ? content : JSON.stringify(content));
  await rename(unfinished, file);
}

function createPage(html) {
  return `<!doctype html><head><script src="/__tags/federation.js"></script></head><body>${html}</body>`;
}
