import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import kafkajs, { type AclEntry } from 'kafkajs';
import type { ScramUser } from '../../../kafka/local/broker.ts';
import { freePort } from '../../../scripts/start/ports.ts';
import { type TestKafka, testKafka } from './kafka.ts';
import { until } from './until.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } =
  kafkajs;

export type SecureKafka = TestKafka & {
  /** The TLS listener that asks for a SCRAM user, and the one that asks for nobody. */
  saslSsl: () => string[];
  ssl: () => string[];
  /** Lets users do more; resolves when the broker goes by it. */
  grant: (acl: AclEntry[]) => Promise<void>;
  /** PEM of the authority that signed the broker's certificate. */
  ca: () => string;
};

/**
 * A Kafka with TLS, SCRAM-SHA-512 and ACLs beside the plain listener, whose clients may do everything: tests make ACLs
 * there, and use them at the others.
 */
export function secureKafka(users: ScramUser[]): SecureKafka {
  let ca = '';
  let ports: [number, number] | undefined;
  const kafka = testKafka(async (home) => {
    ports ??= [await freePort(), await freePort()];
    const [saslSsl, ssl] = ports;
    const folder = join(home, 'tls');
    ca ||= makeCertificates(folder);
    const listeners = `PLAINTEXT://127.0.0.1:\${brokerPort},SASL_SSL://127.0.0.1:${saslSsl},SSL://127.0.0.1:${ssl}`;
    return {
      users,
      properties: [
        `listeners=${listeners},CONTROLLER://127.0.0.1:\${controllerPort}`,
        `advertised.listeners=${listeners}`,
        'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL,CONTROLLER:PLAINTEXT',
        'sasl.enabled.mechanisms=SCRAM-SHA-512',
        'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;',
        'ssl.keystore.type=PEM',
        `ssl.keystore.location=${join(folder, 'broker.pem')}`,
        'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
        'super.users=User:ANONYMOUS',
      ],
    };
  });
  return {
    ...kafka,
    saslSsl: () => [`127.0.0.1:${ports![0]}`],
    ssl: () => [`127.0.0.1:${ports![1]}`],
    ca: () => ca,
    grant: (acl) => grant(kafka.brokers(), acl),
  };
}

async function grant(brokers: string[], acl: AclEntry[]): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createAcls({ acl });
  const everything = {
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  };
  // Written down by the controller, and read by the broker a moment later.
  await until(async () => {
    const { resources } = await admin.describeAcls(everything);
    return resources.flatMap(({ acls }) => acls).length >= acl.length;
  });
  await admin.disconnect();
}

/** An authority, and a broker's key and certificate in one file as Kafka wants it. Answers the authority's certificate. */
export function makeCertificates(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=test CA',
  );
  openssl('req', ...key, '-keyout', 'broker.key', '-out', 'broker.csr', '-subj', '/CN=broker');
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'broker.csr', '-out', 'broker.crt', ...signed);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  writeFileSync(join(folder, 'broker.pem'), read('broker.key') + read('broker.crt'), { mode: 0o600 });
  return read('ca.crt');
}
