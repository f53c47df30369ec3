/** What the live stream says. A nudge carries no state: whoever hears it reads again. */
export type Heard =
  | { kind: 'nudge'; type: string }
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
    source.onmessage = ({ data }) => hear({ kind: 'nudge', type: typeOf(data) });
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

function typeOf(data: string): string {
  try {
    return String((JSON.parse(data) as { type?: unknown }).type ?? '');
  } catch {
    return '';
  }
}
