import { inKafka, manifests } from './strimzi.ts';
import type { KafkaUser } from './users.ts';

/** The users as KafkaUsers of Strimzi's user operator, which makes a password for each and keeps it in a Secret of that name. */
export const strimziUsers = (users: readonly KafkaUser[]): string =>
  manifests(
    users.map(({ name, acls }) => ({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaUser',
      metadata: inKafka(name),
      spec: {
        authentication: { type: 'scram-sha-512' },
        authorization: { type: 'simple', acls },
      },
    })),
  );
