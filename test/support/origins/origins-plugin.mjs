import { serveFolder } from '../../../demo/serve/serve-folder.mjs';
import { findDeadOrigin } from '../../../demo/serve/start-remotes.mjs';
import { answerFault } from '../faults/answer-fault.mjs';
import { parseFault } from '../faults/fault.mjs';
import { RequestLog } from './request-log.mjs';

const repository = new URL('../../../', import.meta.url);
const names = ['second', 'third', 'fourth'];

/**
 * Further origins beside the runner's, each a real port that serves the repository with CORS and with the faults.
 *
 * They send files as they are on disk. The runner's own origin does not: it compiles TypeScript and resolves bare
 * imports, so a remote whose imports are for the import map to resolve has to come from one of these.
 * Tests get the addresses from test/browser/support/origins.ts.
 */
export function originsPlugin() {
  const servers = [];
  const addresses = {};
  return {
    name: 'origins',
    async serverStart() {
      for (const name of names) {
        const server = await serveFolder(repository, { intercept: createIntercept() });
        servers.push(server);
        addresses[name] = server.origin;
      }
      addresses.dead = await findDeadOrigin(0);
    },
    async serverStop() {
      await Promise.all(servers.map((server) => server.close()));
    },
    serve(context) {
      if (context.path === '/__origins.json') return { body: JSON.stringify(addresses), type: 'json' };
    },
  };
}

function createIntercept() {
  const log = new RequestLog();
  return async (request, response) => {
    if (log.answer(request, response)) return undefined;
    log.add(request, response);
    const fault = parseFault(request.url);
    if (!fault) return request.url;
    return (await answerFault(fault, response)) ? fault.path : undefined;
  };
}
