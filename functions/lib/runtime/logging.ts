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

/** SIGUSR2 has a running process say everything, and once more has it say what it said before. */
export function changeLevelBySignal(log: Log): void {
  const usual = log.level;
  process.on('SIGUSR2', () => {
    log.level = log.level === usual ? 'debug' : usual;
    log.info({ logLevel: log.level }, 'level changed');
  });
}
