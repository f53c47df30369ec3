import { type Heard, openStream } from './stream.ts';

type Message = Heard | { kind: 'hello' };

/**
 * Listens for one person in all tabs over one connection: a browser opens only six to a host, and
 * the seventh tab with a stream of its own would wait for ever. The tab that holds the lock has the
 * connection and tells the others; when it closes the next one takes over and everybody reads again.
 */
export function shareStream(personId: string, hear: (heard: Heard) => void): () => void {
  const ended = new AbortController();
  const name = `zerodo-live-${personId}`;

  if (!('locks' in navigator)) {
    // Plain http in a home network: no locks, so every tab listens for itself.
    openStream(hear, ended.signal);
    return () => ended.abort();
  }

  const channel = new BroadcastChannel(name);
  let live = false;
  let leads = false;
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'hello') hear(data);
    else if (leads) channel.postMessage({ kind: 'state', live } satisfies Message);
  };
  channel.postMessage({ kind: 'hello' } satisfies Message);

  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      openStream((heard) => {
        if (heard.kind === 'state') live = heard.live;
        channel.postMessage(heard satisfies Message);
        hear(heard);
      }, ended.signal);
      ended.signal.addEventListener('abort', () => resolve());
    });
  navigator.locks.request(name, { signal: ended.signal }, lead).catch(() => {
    // Aborted while waiting for the lock: this tab is going.
  });

  return () => {
    ended.abort();
    channel.close();
  };
}
