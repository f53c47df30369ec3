import { get } from 'node:http';
import type { BrowserContext } from 'playwright-core';

/** Bytes of an answer as they go over the wire. */
const wireSize = (url: string, headers: Record<string, string>): Promise<{ bytes: number; body: Buffer }> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ bytes: body.length, body });
      });
    }).on('error', reject);
  });

/** Bytes, compressed, of every script that the page itself asks for; what it loads later does not count. */
export async function firstLoadOf(context: BrowserContext, url: string, path: string): Promise<number> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { body } = await wireSize(`${url}${path}`, { cookie });
  // Only browsers without modules read those, and they could not run the rest.
  const html = body.toString().replaceAll(/<script[^>]*nomodule[^>]*>/gi, '');
  const scripts = new Set(html.match(/\/_next\/static\/chunks\/[\w.~-]+\.js/g));
  const sizes = await Promise.all(
    [...scripts].map((script) => wireSize(`${url}${script}`, { 'accept-encoding': 'gzip' })),
  );
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0);
}
