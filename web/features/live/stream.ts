/** What the live stream says. A nudge carries no state: whoever hears it reads again. */
export type Heard =
  | { kind: 'nudge'; type: string; taskId: string; version: number }
  /** Something may have been missed: read everything again. */
  | { kind: 'reset' }
  | { kind: 'state'; live: boolean };

const firstPause = 1000;
const longestPause = 30_000;

/** Holds one connection to `/api/v1/live` until `signal` ends it. The browser resumes by the last id. */
export function openStream(hear: (heard: Heard) => void, signal: AbortSignal): void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstPause;

  const connect = () => {
    clearTimeout(timer);
    source = new EventSource('/api/v1/live');
    source.onopen = () => {
      wait = firstPause;
      hear({ kind: 'state', live: true });
      hear({ kind: 'reset' });
    };
    source.onmessage = ({ data }) => hear({ kind: 'nudge', ...read(data) });
    source.addEventListener('reset', () => hear({ kind: 'reset' }));
    source.onerror = () => {
      hear({ kind: 'state', live: false });
      // CONNECTING: the browser tries again by itself. CLOSED: the answer was no stream.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, longestPause);
    };
  };

  connect();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    source?.close();
  });
}

/** What cannot be read is a nudge about nothing known, so everything is read again. */
function read(data: string): { type: string; taskId: string; version: number } {
  try {
    const { type = '', taskId = '', version = 0 } = JSON.parse(data);
    return { type, taskId, version };
  } catch {
    return { type: '', taskId: '', version: 0 };
  }
}
