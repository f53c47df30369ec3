import { X509Certificate } from 'node:crypto';

/** What a function, `npm start` and the scripts are told of Kafka; Config of lib/runtime has it all. */
export type KafkaSettings = {
  KAFKA_BROKERS?: readonly string[] | undefined;
  ZERODO_KAFKA_PROTOCOL?: KafkaProtocol | undefined;
  ZERODO_KAFKA_MECHANISM?: KafkaMechanism | undefined;
  ZERODO_KAFKA_USER?: string | undefined;
  ZERODO_KAFKA_PASSWORD?: string | undefined;
  ZERODO_KAFKA_CA?: string | undefined;
};

export type KafkaProtocol = 'PLAINTEXT' | 'SASL_PLAINTEXT' | 'SSL' | 'SASL_SSL';
export type KafkaMechanism = 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'PLAIN';

/** Where Kafka is and how it is spoken to. */
export type KafkaAddress = {
  brokers: readonly string[];
  /** TLS, with these authorities (PEM) or, without them, those that Node knows. */
  tls?: { ca?: string };
  sasl?: { mechanism: KafkaMechanism; username: string; password: string };
};

/** Nothing on the way can listen there. */
const onThisMachine = (broker: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\]):\d+$/.test(broker);

/**
 * The address that the settings make; undefined without brokers. Without a protocol it is PLAINTEXT on this machine
 * and nowhere else: whoever wants no encryption over a network says so.
 *
 * @throws Error whose message names the setting and says what to do, never a value
 */
export function kafkaAddress(settings: KafkaSettings): KafkaAddress | undefined {
  const { KAFKA_BROKERS: brokers = [], ZERODO_KAFKA_CA: ca } = settings;
  if (brokers.length === 0) return undefined;
  const protocol = settings.ZERODO_KAFKA_PROTOCOL ?? (brokers.every(onThisMachine) ? 'PLAINTEXT' : undefined);
  if (!protocol) {
    throw new Error(
      'ZERODO_KAFKA_PROTOCOL is missing and KAFKA_BROKERS are not on this machine: set SASL_SSL or SSL, or PLAINTEXT to send everything unencrypted',
    );
  }
  const sasl = saslOf(protocol, settings);
  if (!protocol.endsWith('SSL')) {
    if (!ca) return { brokers, ...sasl };
    throw new Error(
      `ZERODO_KAFKA_CA is set, but ${protocol} has no TLS: set ZERODO_KAFKA_PROTOCOL to SASL_SSL or SSL`,
    );
  }
  if (ca) checkCertificates(ca);
  return { brokers, tls: { ...(ca && { ca }) }, ...sasl };
}

function saslOf(protocol: KafkaProtocol, settings: KafkaSettings): Pick<KafkaAddress, 'sasl'> {
  const { ZERODO_KAFKA_USER: username, ZERODO_KAFKA_PASSWORD: password } = settings;
  if (!protocol.startsWith('SASL_')) {
    if (!username && !password) return {};
    throw new Error(
      `ZERODO_KAFKA_USER or ZERODO_KAFKA_PASSWORD is set, but ${protocol} sends neither: set ZERODO_KAFKA_PROTOCOL to SASL_SSL`,
    );
  }
  const missing = (['ZERODO_KAFKA_USER', 'ZERODO_KAFKA_PASSWORD'] as const).find((name) => !settings[name]);
  if (missing || !username || !password) throw new Error(`${missing} is missing: ${protocol} needs it`);
  return { sasl: { mechanism: settings.ZERODO_KAFKA_MECHANISM ?? 'SCRAM-SHA-512', username, password } };
}

/** One PEM certificate after the other, as Strimzi and managed Kafkas give them. */
function checkCertificates(pem: string): void {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length === 0) throw new Error('no block');
    for (const block of blocks) new X509Certificate(block);
  } catch {
    throw new Error(
      'ZERODO_KAFKA_CA is not a PEM certificate: give the text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, not a path',
    );
  }
}
