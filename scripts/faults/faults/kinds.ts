import { consumerBehind } from './behind.ts';
import { kafkaAway, kafkaFull, kafkaKilled, kafkaRestarted, kafkaSilent, kafkaTorn } from './brokers.ts';
import { clockBack, clockForward } from './clocks.ts';
import {
  postgresAway,
  postgresKilled,
  postgresSilent,
  postgresTorn,
  sessionKilled,
  sessionsEnded,
} from './databases.ts';
import { deliveredAgain } from './deliveries.ts';
import type { Fault } from './fault.ts';
import { answersTorn, connectionsCut } from './networks.ts';
import {
  functionKilled,
  functionPaused,
  restarted,
  rolledOut,
  runnerKilled,
  webKilled,
} from './processes.ts';
import { relayKilled, relayOvertaken, twoRelays } from './relays.ts';

/** Everything that goes wrong in a run, by the name that it is recorded under. */
export const kinds = {
  'function-killed': functionKilled,
  'function-paused': functionPaused,
  'relay-killed': relayKilled,
  'relay-overtaken': relayOvertaken,
  'two-relays': twoRelays,
  'runner-killed': runnerKilled,
  'web-killed': webKilled,
  'rolled-out': rolledOut,
  restarted,
  'sessions-ended': sessionsEnded,
  'session-killed': sessionKilled,
  'postgres-killed': postgresKilled,
  'postgres-away': postgresAway,
  'postgres-silent': postgresSilent,
  'postgres-torn': postgresTorn,
  'kafka-killed': kafkaKilled,
  'kafka-restarted': kafkaRestarted,
  'kafka-away': kafkaAway,
  'kafka-silent': kafkaSilent,
  'kafka-torn': kafkaTorn,
  'kafka-full': kafkaFull,
  'answers-torn': answersTorn,
  'connections-cut': connectionsCut,
  'delivered-again': deliveredAgain,
  'consumer-behind': consumerBehind,
  'clock-forward': clockForward,
  'clock-back': clockBack,
} as const satisfies Record<string, Fault>;

export type FaultKind = keyof typeof kinds;
