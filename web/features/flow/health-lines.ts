import type { Consumer, OperatorsHealth } from '@zerodo/domain/health';
import type { health as english } from '../../words/english/health.ts';
import { hasTrouble, isFull, takesNoChanges, waitsLong } from './health-troubles.ts';

type Words = typeof english;
export type Line = { name: string; says: string; trouble: boolean };

/** A line for each part: Postgres, the log, every consumer, and each breaker that is open. */
export function linesOf(health: OperatorsHealth, words: Words, locale: string): Line[] {
  const number = (value: number) => Math.round(value).toLocaleString(locale);
  const time = (at: string) => new Date(at).toLocaleTimeString(locale);
  const { postgres, log, consumers, breakers } = health;
  const megabytes = `${number(postgres.bytes / 1_000_000)} MB`;
  const waiting =
    log.waiting > 0 ? words.waiting(number(log.waiting), number(log.oldestSeconds)) : words.nothingWaits;
  const relayed = log.relayedAt ? words.relayed(time(log.relayedAt)) : words.noRelay;

  const consumed = ({ behind, handled, failed, lastAt }: Consumer): string =>
    [
      ...(handled + failed === 0 ? [words.quiet] : [words.handled(number(handled))]),
      ...(failed > 0 ? [words.failed(number(failed))] : []),
      ...(behind ? [words.behind(number(behind))] : []),
      ...(lastAt ? [time(lastAt)] : []),
    ].join(', ');

  return [
    {
      name: `${words.postgres} ${postgres.version.split(' ')[0]}`,
      says: [
        ...(takesNoChanges(health) ? [words.readOnly] : []),
        words.connections(postgres.connections, postgres.maxConnections),
        megabytes,
      ].join(', '),
      trouble: isFull(health) || takesNoChanges(health),
    },
    {
      name: words.log[log.kind],
      says: [
        waiting,
        relayed,
        ...(log.relaysFailed > 0 ? [words.failed(number(log.relaysFailed))] : []),
      ].join(', '),
      trouble: waitsLong(health),
    },
    ...consumers.map((one) => ({ name: one.function, says: consumed(one), trouble: hasTrouble(one) })),
    ...(breakers.length === 0 ? [{ name: words.breakers, says: words.noBreakers, trouble: false }] : []),
    ...breakers.map(({ target, state, failures, probeAt }) => ({
      name: target,
      says: [state, words.failed(number(failures)), ...(probeAt ? [words.probe(time(probeAt))] : [])].join(
        ', ',
      ),
      trouble: true,
    })),
  ];
}
