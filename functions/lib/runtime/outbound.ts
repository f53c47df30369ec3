import { type LookupAddress, type LookupAllOptions, lookup as resolve } from 'node:dns';
import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Allowed, allowedTargets, complaintAbout, hostOf, mayReach } from './outbound-target.ts';

export type OutboundAnswer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Only where it was asked for, and never more than `maxBodyBytes` of it. */
  body?: Buffer;
};

export type OutboundRequest = {
  method?: 'GET' | 'POST';
  headers?: OutgoingHttpHeaders;
  body?: Buffer | string;
  /** For all of it: finding the address, connecting, sending and the answer's head. */
  timeoutMs?: number;
  keepBody?: boolean;
};

/** There is no answer; `refused` when we did not even ask. The words hold no path and no query. */
export class OutboundError extends Error {
  readonly refused: boolean;

  constructor(message: string, { refused = false, cause }: { refused?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'OutboundError';
    this.refused = refused;
  }
}

type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export type Outbound = {
  /** In words why `url` cannot be called, as far as its words tell; null when it can. */
  complaintAbout: (url: string) => string | null;
  /** @throws OutboundError */
  call: (url: string, request?: OutboundRequest) => Promise<OutboundAnswer>;
};

const usualTimeoutMs = 15_000;
const maxBodyBytes = 16 * 1024;

/**
 * The only door to addresses that people give us. The address that is connected to is looked at after
 * the name was resolved, so that a name which means something else a moment later gains nothing; no
 * redirect is followed, no proxy is asked, no connection is kept. `allow` opens exceptions
 * (ZERODO_OUTBOUND_ALLOW: hosts, addresses, networks).
 */
export function openOutbound(allow: readonly string[], resolver: Resolve = resolve): Outbound {
  const allowed = allowedTargets(allow);
  return {
    complaintAbout: (url) => complaintAbout(url, allowed),
    call: async (url, request = {}) => {
      const complaint = complaintAbout(url, allowed);
      if (complaint) throw new OutboundError(complaint, { refused: true });
      return send(new URL(url), request, guarded(allowed, resolver));
    },
  };
}

/** Resolves a name to those of its addresses that may be reached. */
const guarded =
  (allowed: Allowed, resolver: Resolve): LookupFunction =>
  (host, options, callback) =>
    resolver(host, { hints: options.hints ?? 0, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const open = allowed.host(host)
        ? addresses
        : addresses.filter(({ address }) => mayReach(address, allowed));
      const [first] = open;
      if (!first) {
        const words = `${host} lies within a private network, which is not called.`;
        return callback(new OutboundError(words, { refused: true }), '');
      }
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });

function send(url: URL, request: OutboundRequest, lookup: LookupFunction): Promise<OutboundAnswer> {
  const { method = 'POST', headers = {}, body, timeoutMs = usualTimeoutMs, keepBody = false } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  return new Promise((done, failed) => {
    const fail = (error: Error) => failed(inWords(error, hostOf(url), timeoutMs));
    const client = url.protocol === 'https:' ? https : http;
    const options = {
      method,
      lookup,
      signal,
      agent: false as const,
      headers: { 'user-agent': 'Zerodo', ...headers, ...(method === 'POST' && { 'content-length': length }) },
    };
    const outgoing = client.request(url, options, (response) => {
      const { statusCode, headers: answered } = response;
      const answer = { status: statusCode!, headers: answered };
      const read = readUpTo(response, maxBodyBytes);
      if (keepBody) return void read.then((all) => done({ ...answer, body: all }), fail);
      // The head says what became of it. The rest is read only so that a receiver is not cut off in
      // the middle of a short answer, and neither what it says nor whether it ends changes anything.
      read.catch(() => {});
      done(answer);
    });
    outgoing.on('error', fail);
    // Also where no error says so, as after an answer that would change the protocol.
    outgoing.on('close', () => fail(new Error('closed')));
    outgoing.end(body);
  });
}

async function readUpTo(response: http.IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

function inWords(error: Error, host: string, timeoutMs: number): OutboundError {
  if (error instanceof OutboundError) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return new OutboundError(`${host} did not answer within ${timeoutMs / 1000} seconds.`);
  }
  const code = String((error as NodeJS.ErrnoException).code ?? error.name);
  const words: Record<string, string> = {
    ENOTFOUND: `The name ${host} is not known.`,
    ECONNREFUSED: `${host} takes no connections.`,
    ECONNRESET: `${host} closed the connection without an answer.`,
  };
  return new OutboundError(
    words[code] ?? `${isIP(host) ? 'The address' : host} could not be reached (${code}).`,
    {
      cause: error,
    },
  );
}
