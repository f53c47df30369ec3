import { afterEach, beforeEach, expect, it } from 'vitest';
import { Machine, named, secrets } from './testing/fakes.ts';

let machine: Machine;
beforeEach(() => {
  machine = new Machine('doks');
});
afterEach(() => machine.remove());

const last = (output: string) => output.trim().split('\n').at(-1);
const args = named('doks');

it('goes on where it failed, and says what to do', async () => {
  machine.failOn('^kubectl wait kafka/zerodo');
  const failed = await machine.run(args, secrets);
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('the other side says no');
  expect(last(failed.output)).toMatch(/^✗ Kafka: .* run the same command again: it goes on from here\.$/);
  machine.failOn();
  const { code, calls } = await machine.run(args, secrets);
  expect(code).toBe(0);
  expect(calls.filter((call) => call.includes('serving-core.yaml'))).toEqual([]);
  expect(calls.filter((call) => call.includes('kafka/strimzi/'))).toHaveLength(3);
});

it('keeps secrets out of arguments, of what it says and of its log, and leaves no file of them', async () => {
  const DATABASE_URL = 'postgres://owner:hidden-database@db.example.test:5432/zerodo?sslmode=verify-full';
  const { code, output, calls } = await machine.run(args, {
    ...secrets,
    DATABASE_URL: DATABASE_URL.replace(':5432', ':25060'),
    ZERODO_POOLER: 'pool.example.test:25061',
    ZERODO_SECRET_KEY: 'hidden-key',
  });
  expect(code).toBe(0);
  for (const text of [output, calls.join('\n'), machine.log]) expect(text).not.toMatch(/hidden|c0ffee/);
  const install = calls.find((call) => call.startsWith('helm upgrade --install zerodo'));
  expect(install).toContain('postgres.port=25061');
  expect(install).toContain('postgres.directPort=25060');
  expect(machine.leftovers).toEqual([]);
});

it('puts the role and its own password into each address of the database', async () => {
  const DATABASE_URL = 'postgres://owner:hidden@db.example.test:5432/zerodo?sslmode=verify-full';
  machine.keepSecrets();
  await machine.run(args, { ...secrets, DATABASE_URL, ZERODO_POOLER: 'pool.example.test:25061' });
  const { owner, app, worker, web } = machine.secret('zerodo-database');
  expect(owner).toBe(DATABASE_URL);
  expect(app).toBe('postgres://zerodo_app:c0ffee-secret@pool.example.test:25061/zerodo?sslmode=verify-full');
  expect([worker, web].map((url) => new URL(url!).username)).toEqual(['zerodo_worker', 'zerodo_web']);
  expect(Object.keys(machine.secret('zerodo-kafka')).sort()).toEqual([
    'ca.crt',
    'password',
    'protocol',
    'sasl.mechanism',
    'user',
  ]);
  expect(Object.keys(machine.secret('zerodo-push')).sort()).toEqual(['private', 'public', 'subject']);
});

it('asks an external Kafka for its topics and installs none', async () => {
  const { code, calls } = await machine.run([...args, '--kafka', 'external'], {
    ...secrets,
    KAFKA_BROKERS: 'one.example.test:9093,two.example.test:9093',
    ZERODO_KAFKA_PROTOCOL: 'SASL_SSL',
    ZERODO_KAFKA_PASSWORD: 'hidden',
  });
  expect(code).toBe(0);
  expect(calls.filter((call) => call.includes('strimzi'))).toEqual([]);
  expect(calls).toContain('npm run topics -- --bootstrap one.example.test:9093,two.example.test:9093');
  expect(calls.find((call) => call.startsWith('helm upgrade --install zerodo'))).toContain(
    "'kafka.bootstrapServers={one.example.test:9093,two.example.test:9093}' --set kafka.protocol=SASL_SSL --set kafka.privateCa=false",
  );
});

it('takes a cluster that there is, leaves what others installed in it, and removes its own parts alone', async () => {
  const existing = [...args, '--existing', '--registry', 'registry.example.com/team', '--no-build'];
  // Somebody else's Knative: a namespace without our label.
  machine.answer([
    ['^kubectl get namespace knative-serving$', '-', ''],
    ['^kubectl get namespace --field-selector metadata.name=knative-serving', '-', ''],
  ]);
  const { code, output, calls } = await machine.run(existing);
  expect(code).toBe(0);
  expect(output).toContain('knative-serving was here before: it is left as it is.');
  expect(calls.filter((call) => call.startsWith('doctl') || call.includes('serving-core'))).toEqual([]);
  const removal = await machine.run([...existing, '--teardown', '--yes']);
  expect(removal.code).toBe(0);
  expect(removal.calls).toContain('kubectl delete namespace kafka --ignore-not-found');
  expect(removal.calls.filter((call) => call.startsWith('doctl') || /delete.*serving/.test(call))).toEqual(
    [],
  );
});

it.each([
  [
    'an old program',
    [['^helm version', '-', 'v3.10.2+g1']],
    args,
    '✗ helm is 3.10.2, and 3.18 or newer is needed: get it from https://helm.sh.',
  ],
  [
    'an old cluster',
    [['^kubectl version --output', '-', 'v1.33.1']],
    args,
    '✗ The cluster is Kubernetes 1.33.1, and Knative needs 1.34 or newer: upgrade it first.',
  ],
  [
    'no log-in',
    [['^doctl account get', '^never$', '']],
    args,
    '✗ DigitalOcean does not know you: run `doctl auth init`.',
  ],
  [
    'no host',
    [],
    [],
    '✗ Say which name people will use: --host zerodo.example.com, a name whose DNS you can change.',
  ],
  ['an unknown option', [], ['--hots', 'x'], '✗ There is no option --hots: see scripts/setup-doks --help.'],
  [
    'a strange value',
    [],
    ['--host', 'a b;c'],
    '✗ --host does not take "a b;c": see scripts/setup-doks --help.',
  ],
  [
    'an existing cluster without a registry',
    [],
    [...args, '--existing'],
    '✗ Say where the images are: --registry registry.example.com/team. An existing cluster has a registry of its own.',
  ],
] as [string, [string, string, string][], string[], string][])(
  'ends with one sentence for %s',
  async (_, answers, typed, sentence) => {
    machine.answer(answers);
    const { code, output, calls } = await machine.run(typed, secrets);
    expect(code).toBe(1);
    expect(last(output)).toBe(sentence);
    expect(calls.filter((call) => / (apply|upgrade|images) /.test(call))).toEqual([]);
  },
);

it('says where to get a program that is missing', async () => {
  machine.without('helm');
  expect(last((await machine.run(args, secrets)).output)).toBe(
    '✗ helm is not installed: get 3.18 or newer from https://helm.sh.',
  );
});
