import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Point, pointsOf, type Span, spansOf } from './otlp.ts';

export type Receiver = { url: string; close: () => Promise<void> };

/** More than an exporter sends at once. */
const mostBytes = 16 * 1024 * 1024;

/** Takes OTLP over HTTP (JSON) on this machine and hands over what it says; `text` is the request as it came. */
export async function receiveOtlp(
  take: (said: { spans: Span[]; points: Point[]; text: string }) => void,
): Promise<Receiver> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) return void response.writeHead(413, { connection: 'close' }).end();
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    try {
      const said = JSON.parse(text);
      take({ spans: spansOf(said), points: pointsOf(said), text });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    } catch {
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
