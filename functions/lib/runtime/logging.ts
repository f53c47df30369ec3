import pino from 'pino';

export type Log = pino.Logger;

/**
 * JSON lines on stdout. What is written is ids, types, codes and times: never a title, a note, a
 * token or an address.
 */
export const openLog = (name: string, level: string): Log =>
  pino({
    level,
    base: { function: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
