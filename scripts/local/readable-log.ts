/** The levels of the log, from the least to the most urgent. */
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type Level = (typeof levels)[number];

export type Readable = { level: Level; text: string };

/** Said elsewhere in the line, or of no use to somebody who reads along. */
const leftOut = new Set(['level', 'time', 'function', 'msg', 'ms', 'traceId', 'err', 'userId', 'eventId']);

/** A line of the JSON log as people read it; a line that is no JSON is passed on as it is. */
export function readable(line: string): Readable {
  const said = parsed(line);
  if (!said) return { level: 'info', text: line };
  const { level, time, function: name, msg, ms, traceId, err } = said;
  const rest = Object.entries(said).flatMap(([key, value]) =>
    leftOut.has(key) || value === null || typeof value === 'object' ? [] : [`${key}=${value}`],
  );
  const words = [
    String(time ?? '').slice(11, 19),
    level === 'info' || level === 'debug' ? '' : String(level).toUpperCase(),
    String(name ?? ''),
    String(msg ?? ''),
    ...rest,
    ms === undefined ? '' : `${ms} ms`,
    traceId ? `trace=${String(traceId).slice(0, 8)}` : '',
    err ? String((err as { message?: string }).message ?? '') : '',
  ];
  const known = levels.find((one) => one === level) ?? 'info';
  return { level: known, text: words.filter(Boolean).join(' ') };
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a line is at least as urgent. */
export const isAtLeast = ({ level }: Readable, least: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(least);
