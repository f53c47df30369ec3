import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the options of npm run topics', () => {
  it('take the brokers of the environment where none are named', () => {
    expect(readOptions([], { KAFKA_BROKERS: 'a:1' })).toMatchObject({ bootstrap: 'a:1', widen: false });
    expect(readOptions(['--bootstrap', 'b:2'], { KAFKA_BROKERS: 'a:1' })).toMatchObject({ bootstrap: 'b:2' });
  });

  it.each([
    [[], 'Say which Kafka'],
    [['--print', 'terraform'], '--print knows strimzi'],
    [['--bootstrap', 'a:1', '--replicas', 'three'], '--replicas is "three"'],
    [['--bootstrap', 'a:1', '--dryrun'], "Unknown option '--dryrun'"],
    [['--bootstrap'], "'--bootstrap <value>' argument missing"],
  ])('refuse %j in one sentence', (args, sentence) => {
    expect(() => readOptions(args, {})).toThrow(sentence);
  });
});
