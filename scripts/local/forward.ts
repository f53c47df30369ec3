import { type Agent, type IncomingMessage, request as open, type ServerResponse } from 'node:http';

export type Upstream = { agent: Agent; socketPath: string } | { agent: Agent; host: string; port: number };

/**
 * How it went: answered, or `never-sent` when no connection came about, so that the same request may go to another process,
 * or `broken` when it may have had an effect but no answer came, or `late` when the time was up.
 */
export type Outcome = 'answered' | 'never-sent' | 'broken' | 'late';

/** RFC 9110, section 7.6.1: these say something about one connection only. */
const hopByHop = new Set([
  ...[
    'connection',
    'keep-alive',
    'proxy-connection',
    'proxy-authenticate',
    'proxy-authorization',
    'te',
    'trailer',
  ],
  ...['transfer-encoding', 'upgrade', 'expect'],
]);

/** Kept even when `Connection` names them: without them the next hop would read other requests than we did. */
const essential = new Set(['content-length', 'host']);

/** Who asked is what we see, never what the caller says about himself. */
const ours = new Set(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']);

/** Name, value, name, value, … without what belongs to one connection. */
function endToEnd(message: IncomingMessage, drop: (name: string) => boolean): string[] {
  const { rawHeaders } = message;
  const named = message.headers.connection;
  const alsoDropped =
    named && named !== 'keep-alive' && named !== 'close' ? named.toLowerCase().split(/\s*,\s*/) : [];
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase();
    if (hopByHop.has(name) || drop(name)) continue;
    if (alsoDropped.includes(name) && !essential.has(name)) continue;
    kept.push(rawHeaders[at] as string, rawHeaders[at + 1] as string);
  }
  return kept;
}

/**
 * Sends a request on and streams the answer back as it comes, neither buffered. Answers the client only when it resolves to
 * `answered`; otherwise the caller says what went wrong, unless part of an answer is out already, which then breaks off.
 */
export function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  upstream: Upstream,
  { path, timeoutMs }: { path: string; timeoutMs: number | undefined },
): Promise<Outcome> {
  // Gone while the process started: its `close` is over and would not come again.
  if (response.destroyed) return Promise.resolve('answered');
  const headers = endToEnd(incoming, (name) => ours.has(name));
  headers.push('X-Forwarded-For', incoming.socket.remoteAddress ?? '', 'X-Forwarded-Proto', 'http');
  headers.push('X-Forwarded-Host', incoming.headers.host ?? '');
  if (incoming.headers['transfer-encoding']) headers.push('Transfer-Encoding', 'chunked');

  return new Promise((resolve) => {
    const outgoing = open({ ...upstream, method: incoming.method, path, headers });
    let connected = false;
    let outcome: Outcome = 'broken';
    const time = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs, 'late');

    function end(how: Outcome): void {
      outcome = how;
      outgoing.destroy();
    }
    const onClientGone = () => {
      if (!response.writableFinished) end('answered');
    };
    response.once('close', onClientGone);

    outgoing.once('socket', (socket) => {
      // Nothing of the body is taken from the client before there is a connection, so that it can go elsewhere.
      const send = () => {
        connected = true;
        if (hasBody(incoming)) incoming.pipe(outgoing);
        else outgoing.end();
      };
      if (socket.connecting) socket.once('connect', send);
      else send();
    });
    outgoing.once('response', (answer) => {
      outcome = 'answered';
      response.writeHead(
        answer.statusCode as number,
        endToEnd(answer, () => false),
      );
      if (answer.headers['content-length'] === undefined) response.flushHeaders();
      answer.pipe(response);
      answer.once('close', () => {
        if (!answer.complete) response.destroy();
      });
    });
    outgoing.on('error', () => {
      if (!connected && outcome === 'broken') outcome = 'never-sent';
    });
    outgoing.once('close', () => {
      clearTimeout(time);
      response.removeListener('close', onClientGone);
      incoming.unpipe(outgoing);
      if (response.headersSent && outcome !== 'answered') response.destroy();
      resolve(outcome);
    });
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
