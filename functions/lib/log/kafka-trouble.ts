/** What went wrong as kafkajs tells it: the reason is at the bottom of what it wraps. */
type Trouble = { name?: string; message?: string; code?: string; type?: string; cause?: unknown };

const unknownAuthority =
  'the certificate of Kafka is signed by nobody who is known here: set ZERODO_KAFKA_CA to the certificate of its authority';
const notAllowed =
  'Kafka does not let this user do it: give it the ACLs that kafka/strimzi/users.yaml has for its function';

const sentences: Record<string, string> = {
  KafkaJSSASLAuthenticationError:
    'Kafka refuses the user: check ZERODO_KAFKA_USER, ZERODO_KAFKA_PASSWORD and ZERODO_KAFKA_MECHANISM',
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: 'the certificate of Kafka has expired: have it renewed',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate of Kafka is for another host: name the brokers in KAFKA_BROKERS as it does',
  UNSUPPORTED_SASL_MECHANISM:
    'Kafka does not let users prove themselves like this: set ZERODO_KAFKA_MECHANISM to what it takes',
  TOPIC_AUTHORIZATION_FAILED: notAllowed,
  GROUP_AUTHORIZATION_FAILED: notAllowed,
  CLUSTER_AUTHORIZATION_FAILED: notAllowed,
  // kafkajs forgets why nobody would tell it.
  KafkaJSGroupCoordinatorNotFound:
    'Kafka keeps the consumer group from this user: unless it is just starting, give the user the ACLs that kafka/strimzi/users.yaml has for its function',
};

/** What Node says where the other side hangs up in the middle of the greeting: the code alone could be any reset. */
const noGreeting = /before secure TLS connection was established/;

/** Why Kafka is not reached, where that is something to put right: a sentence that names the setting and no value. */
export function kafkaTrouble(error: unknown): string | undefined {
  for (let at = error as Trouble | undefined; at; at = at.cause as Trouble | undefined) {
    const found = [at.name, at.code, at.type].find((key) => key && Object.hasOwn(sentences, key));
    if (found) return sentences[found];
    if (noGreeting.test(at.message ?? '')) {
      return 'Kafka ends the connection before TLS begins: unless it is just starting, take the port of its TLS listener in KAFKA_BROKERS';
    }
  }
  return undefined;
}
