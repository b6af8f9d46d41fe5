import { answerFault } from './answer-fault.mjs';
import { parseFault } from './fault.mjs';

/** The faults on the runner's own origin, as Koa middleware. */
export async function faultsMiddleware(context, next) {
  const fault = parseFault(context.url);
  if (!fault) return next();
  if (await answerFault(fault, context.res)) {
    context.url = fault.path;
    return next();
  }
  context.respond = false;
}
