import http from 'node:http';

export type Measured = { perSecond: number; p50: number; p95: number; p99: number; errors: number };

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Calls `once` `times` times, `atOnce` of them at a time; latencies are milliseconds. */
export const load = (
  times: number,
  atOnce: number,
  once: (n: number) => Promise<boolean>,
): Promise<Measured> => loadWhile((n) => n < times, atOnce, once);

/** The same for as long as `goesOn` says so of the next one. */
export async function loadWhile(
  goesOn: (n: number) => boolean,
  atOnce: number,
  once: (n: number) => Promise<boolean>,
): Promise<Measured> {
  const latencies: number[] = [];
  let next = 0;
  let errors = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; goesOn(n); n = next++) {
        const at = performance.now();
        if (!(await once(n))) errors += 1;
        latencies.push(performance.now() - at);
      }
    }),
  );
  return measured(latencies, performance.now() - begun, errors);
}

/** What requests with these latencies come to, which took `ms` together. */
export function measured(latencies: number[], ms: number, errors = 0): Measured {
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    perSecond: (sorted.length / ms) * 1000,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    errors,
  };
}

export const median = (values: number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** The round in the middle, by throughput: one slow moment of a shared machine says nothing. */
export const middle = (rounds: Measured[]): Measured =>
  rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;

export type Client = (
  method: string,
  path: string,
  body?: object,
) => Promise<{ status: number; json: () => unknown }>;

/** A person's requests over kept connections, as cheap for the measuring side as they can be. */
export function client(url: string, cookie: string): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body && JSON.stringify(body);
      const headers = {
        cookie,
        origin: url,
        ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      };
      const request = http.request(`${url}/api/v1${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode!, json: () => JSON.parse(Buffer.concat(chunks).toString()) }),
        );
      });
      request.on('error', reject);
      request.end(text);
    });
}
