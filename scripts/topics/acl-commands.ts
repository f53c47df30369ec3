import type { KafkaUser } from './users.ts';

/** The users' ACLs as commands of Apache Kafka's own tool, for a Kafka without Strimzi's operator. */
export const aclCommands = (users: readonly KafkaUser[]): string =>
  users
    .flatMap(({ name, acls }) =>
      acls.map(({ resource, operations }) =>
        [
          'kafka-acls.sh --bootstrap-server "$KAFKA_BROKERS" --command-config admin.properties --add',
          `--allow-principal User:${name}`,
          ...operations.map((operation) => `--operation ${operation}`),
          `--${resource.type} ${resource.name}`,
          ...(resource.patternType === 'prefix' ? ['--resource-pattern-type prefixed'] : []),
        ].join(' '),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
