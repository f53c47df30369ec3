import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (args: string[], env: Record<string, string> = {}) => readOptions(args, env, '/project');

describe('the options of npm start', () => {
  it('have defaults: .zerodo, port 3000, the embedded database, no Kafka', () => {
    expect(read([])).toEqual({
      home: '/project/.zerodo',
      port: 3000,
      kafka: false,
      logs: false,
      observe: false,
      databaseUrl: undefined,
      kafkaAddress: undefined,
      outside: {},
    });
  });

  it('are taken from the environment', () => {
    const env = {
      PORT: '3100',
      ZERODO_HOME: '/data',
      DATABASE_URL: 'postgres://a:b@db/z',
      KAFKA_BROKERS: 'a:1, b:2',
      ZERODO_KAFKA_PROTOCOL: 'SASL_SSL',
      ZERODO_KAFKA_USER: 'relay',
      ZERODO_KAFKA_PASSWORD: 'secret',
    };

    expect(read([], env)).toMatchObject({
      home: '/data',
      port: 3100,
      databaseUrl: 'postgres://a:b@db/z',
      kafkaAddress: {
        brokers: ['a:1', 'b:2'],
        tls: {},
        sasl: { mechanism: 'SCRAM-SHA-512', username: 'relay', password: 'secret' },
      },
    });
  });

  it('pass on what only whoever starts Zerodo can know', () => {
    const mail = { ZERODO_SMTP_URL: 'smtp://localhost:25', ZERODO_MAIL_FROM: 'Zerodo <todo@example.test>' };

    expect(read([], { ...mail, SECRET: 'x' }).outside).toEqual(mail);
  });

  it.each([
    [['--kafak'], {}, 'no option "--kafak"'],
    [[], { PORT: 'http' }, 'PORT is "http"'],
    [[], { PORT: '70000' }, 'PORT is "70000"'],
    [[], { DATABASE_URL: 'mysql://db/z' }, 'DATABASE_URL is not an address of Postgres'],
    [['--kafka'], { KAFKA_BROKERS: '127.0.0.1:1' }, 'either --kafka'],
    [[], { KAFKA_BROKERS: 'a:1' }, 'ZERODO_KAFKA_PROTOCOL is missing'],
    [[], { KAFKA_BROKERS: 'a:1', ZERODO_KAFKA_PROTOCOL: 'TLS' }, 'ZERODO_KAFKA_PROTOCOL: '],
    [[], { ZERODO_SMTP_URL: 'smtp://localhost' }, 'both ZERODO_SMTP_URL and ZERODO_MAIL_FROM'],
    [[], { ZERODO_SMTP_URL: 'localhost', ZERODO_MAIL_FROM: 'a@b.c' }, 'not an address of a mail server'],
    [[], { ZERODO_PUBLIC_URL: 'todo.example.com' }, 'not an address that people could open'],
    [[], { ZERODO_SIGN_UP_LIMIT: '0' }, 'not a number of sign-ups'],
  ])('refuse %j with %j in one sentence', (args, env, sentence) => {
    expect(() => read(args, env as Record<string, string>)).toThrow(sentence);
  });
});
