import { type KafkaAddress, kafkaAddress } from '@zerodo/log/kafka-address';
import { readConfig } from '@zerodo/runtime/config';
import { Complaint } from './complaint.ts';

const isAboutKafka = (name: string): boolean => name === 'KAFKA_BROKERS' || name.startsWith('ZERODO_KAFKA_');

/**
 * The Kafka that the environment names, in the words that functions read; undefined when it names none.
 *
 * @throws Complaint about a setting that is wrong or missing
 */
export function kafkaIn(env: Record<string, string | undefined>): KafkaAddress | undefined {
  const told = Object.entries(env).filter(([name, value]) => value && isAboutKafka(name));
  try {
    return kafkaAddress(readConfig(Object.fromEntries(told)));
  } catch (error) {
    throw new Complaint(`${(error as Error).message}.`);
  }
}

/** As functions are told of it: what is no secret, and the keys of the Secret `zerodo-kafka`, as Knative reads them. */
export function toldOf({ brokers, tls, sasl }: KafkaAddress): {
  configMap: Record<string, string>;
  secret: Record<string, string>;
} {
  const protocol = `${sasl ? 'SASL_' : ''}${tls ? 'SSL' : 'PLAINTEXT'}`;
  return {
    configMap: { KAFKA_BROKERS: brokers.join(','), ZERODO_KAFKA_PROTOCOL: protocol },
    secret: {
      protocol,
      ...(sasl && { 'sasl.mechanism': sasl.mechanism, user: sasl.username, password: sasl.password }),
      ...(tls?.ca && { 'ca.crt': tls.ca }),
    },
  };
}
