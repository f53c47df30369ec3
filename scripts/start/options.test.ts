import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (args: string[], env: Record<string, string> = {}) => readOptions(args, env, '/project');

describe('the options of npm start', () => {
  it('have defaults: .zerodo, port 3000, the embedded database, no Kafka', () => {
    expect(read([])).toEqual({
      home: '/project/.zerodo',
      port: 3000,
      kafka: false,
      databaseUrl: undefined,
      kafkaBrokers: [],
    });
  });

  it('are taken from the environment', () => {
    const env = {
      PORT: '3100',
      ZERODO_HOME: '/data',
      DATABASE_URL: 'postgres://a:b@db/z',
      KAFKA_BROKERS: 'a:1, b:2',
    };

    expect(read([], env)).toMatchObject({
      home: '/data',
      port: 3100,
      databaseUrl: 'postgres://a:b@db/z',
      kafkaBrokers: ['a:1', 'b:2'],
    });
  });

  it.each([
    [['--kafak'], {}, 'no option "--kafak"'],
    [[], { PORT: 'http' }, 'PORT is "http"'],
    [[], { PORT: '70000' }, 'PORT is "70000"'],
    [[], { DATABASE_URL: 'mysql://db/z' }, 'DATABASE_URL is not an address of Postgres'],
    [['--kafka'], { KAFKA_BROKERS: 'a:1' }, 'either --kafka'],
  ])('refuse %j with %j in one sentence', (args, env, sentence) => {
    expect(() => read(args, env as Record<string, string>)).toThrow(sentence);
  });
});
