import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the door itself has to say: RFC 9457 for programs, a page that looks again for a person who opened one. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  {
    status,
    title,
    detail,
    retryAfter,
  }: { status: number; title: string; detail: string; retryAfter?: number },
): void {
  if (response.headersSent || response.destroyed) return;
  const page = request.method === 'GET' && request.headers.accept?.includes('text/html');
  const body = page
    ? `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retryAfter ?? 5}"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui;max-width:30rem;margin:20vh auto;padding:0 1rem}</style>
<h1>${title}</h1><p>${detail} This page looks again by itself.</p></html>`
    : JSON.stringify({ type: 'about:blank', title, status, code: 'temporarily-unavailable', detail });
  response.writeHead(status, {
    'content-type': page ? 'text/html; charset=utf-8' : 'application/problem+json',
    'cache-control': 'no-store',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    // What was not read of the request would be taken for the next one.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(body);
}
