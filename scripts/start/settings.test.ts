import { describe, expect, it } from 'vitest';
import { kafkaIn } from './kafka-settings.ts';
import { machineConfig, webEnvironment } from './settings.ts';

const addresses = {
  publicUrl: 'http://127.0.0.1:3000',
  innerUrl: 'http://127.0.0.1:4000',
  webUrl: 'http://127.0.0.1:5000',
  port: 3000,
};
const database = { owner: 'o', app: 'a', worker: 'w', web: 'x' } as never;
const secrets = { auth: 'a', sealing: 's', vapid: { public: 'p', private: 'q' } } as never;
const here = 'http://127.0.0.1:3000,http://localhost:3000';

describe('what a machine tells its programs', () => {
  it('is the address that people reach it by, in the links of every mail and among the origins', () => {
    const outside = { ZERODO_PUBLIC_URL: 'https://todo.example.com/' };
    const { configMap } = machineConfig(addresses, database, undefined, secrets, outside);

    for (const told of [configMap, webEnvironment(addresses, database, secrets, outside)]) {
      expect(told).toMatchObject({
        ZERODO_PUBLIC_URL: 'https://todo.example.com/',
        ZERODO_ORIGINS: `${here},https://todo.example.com`,
      });
    }
  });

  it('is where telemetry goes, functions and pages alike', () => {
    const outside = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_TRACES_SAMPLER: 'always_off',
    };

    expect(machineConfig(addresses, database, undefined, secrets, outside).configMap).toMatchObject(outside);
    expect(webEnvironment(addresses, database, secrets, outside)).toMatchObject(outside);
  });

  it('is where Kafka is and how it is spoken to, as it was told', () => {
    const env = {
      KAFKA_BROKERS: 'kafka.example.test:9093',
      ZERODO_KAFKA_PROTOCOL: 'SASL_SSL',
      ZERODO_KAFKA_MECHANISM: 'SCRAM-SHA-512',
      ZERODO_KAFKA_USER: 'relay',
      ZERODO_KAFKA_PASSWORD: 'secret',
    };

    expect(machineConfig(addresses, database, kafkaIn(env)).configMap).toMatchObject(env);
  });

  it('is the machine’s own where there is no other', () => {
    const { configMap } = machineConfig(addresses, database, undefined, secrets);

    for (const told of [configMap, webEnvironment(addresses, database, secrets)]) {
      expect(told).toMatchObject({ ZERODO_PUBLIC_URL: 'http://127.0.0.1:3000', ZERODO_ORIGINS: here });
    }
  });
});
