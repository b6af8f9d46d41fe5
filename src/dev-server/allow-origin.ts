import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from './loopback.js';

/**
 * Lets pages of other origins read an answer: those of this computer, and those that are named.
 *
 * Not those of every origin: any site that a developer visits could read what is served.
 *
 * @param origins - As in `https://shop.example`; `*` names all.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined) return;
  const isAllowed = origins.includes('*') || origins.includes(origin) || isLoopback(hostOf(origin));
  if (isAllowed) response.setHeader('access-control-allow-origin', origin);
  if (isAllowed) response.setHeader('access-control-allow-credentials', 'true');
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
