import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openApi } from '@zerodo/api/openapi';
import { sendText } from '@zerodo/runtime/answer';
import { methodOf, pathOf, refuseMethod } from './match.ts';

const path = '/api/v1/docs';

/** Everything comes from here and goes nowhere else; Swagger UI sets styles by itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Zerodo API</title>
    <link rel="icon" type="image/png" href="${path}/favicon-32x32.png">
    <link rel="stylesheet" href="${path}/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="${path}/swagger-ui-bundle.js"></script>
    <script src="${path}/start.js"></script>
  </body>
</html>
`;

/** The page asks no validator elsewhere; its cookie is sent along, so that a request can be tried out. */
const start = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
  withCredentials: true,
});
`;

/** What package.json names as assets: copied beside the bundle, or read from where it is installed. */
const assets: Record<string, string> = {
  'favicon-32x32.png': 'image/png',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

let description: string | undefined;

/** Whether an address is the API's description or belongs to the page that shows it. */
export const describes = (request: IncomingMessage): boolean => addresses.has(pathOf(request));

const addresses = new Set([
  '/api/v1/openapi.json',
  ...['', '/', '/start.js', ...Object.keys(assets).map((name) => `/${name}`)].map((rest) => path + rest),
]);

/** @throws Unreadable `method-not-allowed` */
export async function answerDocs(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (methodOf(request) !== 'GET') refuseMethod(request, response, ['GET']);
  const url = pathOf(request);
  if (url === '/api/v1/openapi.json') {
    description ??= JSON.stringify(openApi());
    return sendText(response, 200, description, 'application/json');
  }
  response.setHeader('content-security-policy', policy);
  const name = url.slice(path.length + 1);
  if (name === '') sendText(response, 200, page, 'text/html; charset=utf-8');
  else if (name === 'start.js') sendText(response, 200, start, 'text/javascript; charset=utf-8');
  else await sendAsset(name, response);
}

async function sendAsset(name: string, response: ServerResponse): Promise<void> {
  const content = await readFile(fileOf(name));
  response.writeHead(200, {
    'content-type': assets[name]!,
    'content-length': content.length,
    'cache-control': 'public, max-age=86400',
  });
  response.end(content);
}

function fileOf(name: string): string {
  const copied = join(dirname(process.argv[1] ?? ''), 'assets', name);
  if (existsSync(copied)) return copied;
  return createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`);
}
