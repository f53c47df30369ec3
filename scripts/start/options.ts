import { resolve } from 'node:path';
import type { KafkaAddress } from '@zerodo/log/kafka-address';
import { Complaint } from './complaint.ts';
import { kafkaIn } from './kafka-settings.ts';

export type Options = {
  /** Absolute; holds everything that Zerodo keeps on this machine. */
  home: string;
  port: number;
  /** Start Apache Kafka here, next to Postgres. */
  kafka: boolean;
  /** Print all that functions log, and not only what is urgent. */
  logs: boolean;
  /** Keep the latest traces and metrics and show them on a page. */
  observe: boolean;
  /** The owner's address of a Postgres to use in place of the embedded one. */
  databaseUrl: string | undefined;
  /** A Kafka that already runs. */
  kafkaAddress: KafkaAddress | undefined;
  /** Settings of the functions that only whoever starts Zerodo can know. */
  outside: Record<string, string>;
};

const knownOptions = ['--kafka', '--logs', '--observe'];

type Environment = Record<string, string | undefined>;

/**
 * Reads the command line and the environment of `npm start`.
 *
 * @throws Complaint about an option that does not exist or a value that makes no sense
 */
export function readOptions(args: string[], env: Environment, root: string): Options {
  const unknown = args.find((argument) => !knownOptions.includes(argument));
  if (unknown !== undefined) {
    throw new Complaint(
      `npm start knows no option "${unknown}"; it knows ${knownOptions.join(', ')} (npm start -- --kafka).`,
    );
  }
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Complaint(`PORT is "${env.PORT}", but a port is a whole number from 1 to 65535.`);
  }
  const kafkaAddress = kafkaIn(env);
  if (args.includes('--kafka') && kafkaAddress) {
    throw new Complaint(
      'Give either --kafka (Zerodo starts Kafka) or KAFKA_BROKERS (a Kafka that runs), not both.',
    );
  }
  if (args.includes('--observe') && env.OTEL_EXPORTER_OTLP_ENDPOINT) {
    throw new Complaint(
      'Give either --observe (Zerodo keeps traces and metrics) or OTEL_EXPORTER_OTLP_ENDPOINT, not both.',
    );
  }
  return {
    home: resolve(root, env.ZERODO_HOME || '.zerodo'),
    port,
    kafka: args.includes('--kafka'),
    logs: args.includes('--logs'),
    observe: args.includes('--observe'),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    kafkaAddress,
    outside: readOutside(env),
  };
}

/** Beside those of telemetry, which have names that every SDK and exporter knows. */
const passedOn = [
  'ZERODO_SMTP_URL',
  'ZERODO_MAIL_FROM',
  'ZERODO_VAPID_SUBJECT',
  'ZERODO_OUTBOUND_ALLOW',
  'ZERODO_PUBLIC_URL',
  'ZERODO_OPERATORS',
  'ZERODO_SIGN_UP_LIMIT',
  'ZERODO_LOG_LEVEL',
  'ZERODO_ACCESS_LOG_SHARE',
];

function readOutside(env: Environment): Record<string, string> {
  const { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } = env;
  if (Boolean(smtp) !== Boolean(from)) {
    throw new Complaint('Mail needs both ZERODO_SMTP_URL and ZERODO_MAIL_FROM: give the other one as well.');
  }
  if (smtp && (!URL.canParse(smtp) || !/^smtps?:$/.test(new URL(smtp).protocol))) {
    throw new Complaint(
      'ZERODO_SMTP_URL is not an address of a mail server (smtp://user:password@host:587).',
    );
  }
  const { ZERODO_PUBLIC_URL: url } = env;
  if (url && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw new Complaint(
      'ZERODO_PUBLIC_URL is not an address that people could open (https://todo.example.com).',
    );
  }
  const { ZERODO_SIGN_UP_LIMIT: limit } = env;
  if (limit && !/^[1-9]\d*$/.test(limit)) {
    throw new Complaint('ZERODO_SIGN_UP_LIMIT is not a number of sign-ups: give a whole one above zero.');
  }
  const telemetry = Object.keys(env).filter((name) => name.startsWith('OTEL_'));
  return Object.fromEntries(
    [...passedOn, ...telemetry].flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
}

function readDatabaseUrl(url: string | undefined): string | undefined {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Complaint(
      'DATABASE_URL is not an address of Postgres (postgres://user:password@host:5432/database).',
    );
  }
  return url;
}
