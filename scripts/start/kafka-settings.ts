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

/** As functions of one machine are told of it; they run as one user, and could read it of each other anyway. */
export const kafkaVariables = ({ brokers, tls, sasl }: KafkaAddress): Record<string, string> => ({
  KAFKA_BROKERS: brokers.join(','),
  ZERODO_KAFKA_PROTOCOL: `${sasl ? 'SASL_' : ''}${tls ? 'SSL' : 'PLAINTEXT'}`,
  ...(sasl && {
    ZERODO_KAFKA_MECHANISM: sasl.mechanism,
    ZERODO_KAFKA_USER: sasl.username,
    ZERODO_KAFKA_PASSWORD: sasl.password,
  }),
  ...(tls?.ca && { ZERODO_KAFKA_CA: tls.ca }),
});
