import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates } from '@zerodo/testing/secure-kafka';
import { afterAll, describe, expect, it } from 'vitest';
import { type KafkaSettings, kafkaAddress } from './kafka-address.ts';

const away = { KAFKA_BROKERS: ['kafka.example.test:9093'] };
const user = { ZERODO_KAFKA_USER: 'relay', ZERODO_KAFKA_PASSWORD: 'hunter2' };
const folder = mkdtempSync(join(tmpdir(), 'zerodo-certificates-'));
const ca = makeCertificates(folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the address of Kafka', () => {
  it('is none without brokers', () => {
    expect(kafkaAddress({ ...user, KAFKA_BROKERS: [] })).toBeUndefined();
  });

  it.each(['127.0.0.1:9092', 'localhost:9092', '[::1]:9092'])('needs no protocol at %s', (broker) => {
    expect(kafkaAddress({ KAFKA_BROKERS: [broker] })).toEqual({ brokers: [broker] });
  });

  it('is without encryption anywhere else only for who says so', () => {
    expect(() => kafkaAddress(away)).toThrow(/^ZERODO_KAFKA_PROTOCOL is missing/);
    expect(() => kafkaAddress({ KAFKA_BROKERS: ['127.0.0.1:1', 'localhost.example.test:1'] })).toThrow();
    expect(kafkaAddress({ ...away, ZERODO_KAFKA_PROTOCOL: 'PLAINTEXT' })).toEqual({
      brokers: away.KAFKA_BROKERS,
    });
  });

  it('has TLS by the authorities that Node knows, or by one that is given', () => {
    const ssl = { ...away, ZERODO_KAFKA_PROTOCOL: 'SSL' } as const;
    expect(kafkaAddress(ssl)).toEqual({ brokers: away.KAFKA_BROKERS, tls: {} });
    expect(kafkaAddress({ ...ssl, ZERODO_KAFKA_CA: ca + ca })?.tls).toEqual({ ca: ca + ca });
  });

  it('proves its user by SCRAM-SHA-512 unless it is told another way', () => {
    const sasl = { ...away, ...user, ZERODO_KAFKA_PROTOCOL: 'SASL_SSL' } as const;
    expect(kafkaAddress(sasl)?.sasl).toEqual({
      mechanism: 'SCRAM-SHA-512',
      username: 'relay',
      password: 'hunter2',
    });
    expect(kafkaAddress({ ...sasl, ZERODO_KAFKA_MECHANISM: 'PLAIN' })?.sasl?.mechanism).toBe('PLAIN');
  });

  it.each<[string, KafkaSettings, string]>([
    ['no user', { ZERODO_KAFKA_PROTOCOL: 'SASL_SSL' }, 'ZERODO_KAFKA_USER is missing: SASL_SSL needs it'],
    [
      'no password',
      { ZERODO_KAFKA_PROTOCOL: 'SASL_SSL', ZERODO_KAFKA_USER: 'relay' },
      'ZERODO_KAFKA_PASSWORD is missing: SASL_SSL needs it',
    ],
    ['a user that would not be sent', { ZERODO_KAFKA_PROTOCOL: 'SSL', ...user }, 'SSL sends neither'],
    ['an authority without TLS', { ZERODO_KAFKA_PROTOCOL: 'PLAINTEXT', ZERODO_KAFKA_CA: ca }, 'has no TLS'],
    [
      'a path for an authority',
      { ZERODO_KAFKA_PROTOCOL: 'SSL', ZERODO_KAFKA_CA: '/etc/hunter2/ca.crt' },
      'ZERODO_KAFKA_CA is not a PEM certificate',
    ],
    [
      'half a certificate',
      {
        ZERODO_KAFKA_PROTOCOL: 'SSL',
        ZERODO_KAFKA_CA: ca.replace(/(-----BEGIN CERTIFICATE-----\n.{30})[^-]*/, '$1\n'),
      },
      'ZERODO_KAFKA_CA is not a PEM certificate',
    ],
  ])('is refused with %s, in a sentence that says no value', (_, settings, sentence) => {
    const address = () => kafkaAddress({ ...away, ...settings });
    expect(address).toThrow(sentence);
    expect(address).not.toThrow('hunter2');
  });
});
