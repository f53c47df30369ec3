/** Values over those of production, each of which has to be refused: by the chart itself, or by what looks at its rendering. */
export const wrongValues: { done: string; set: Record<string, unknown> }[] = [
  { done: 'retries end early', set: { 'delivery.retry': 2 } },
  { done: 'a wait is written as Go writes it', set: { 'delivery.backoffDelay': '1s' } },
  { done: 'waits hardly grow', set: { 'delivery.backoffPolicy': 'linear' } },
  { done: 'a delivery gives up together with its function', set: { 'delivery.margin': 0 } },
  { done: 'retries are misspelt', set: { 'delivery.retries': 8 } },
  { done: 'Kafka is spoken to in the clear', set: { 'kafka.protocol': 'PLAINTEXT' } },
  { done: 'a password goes to Kafka in the clear', set: { 'kafka.protocol': 'SASL_PLAINTEXT' } },
  { done: 'Postgres is spoken to in the clear', set: { 'postgres.tls': 'off' } },
  { done: 'functions open more connections than there are', set: { 'postgres.pooler': 'none' } },
  { done: 'people come in the clear', set: { publicUrl: 'http://zerodo.example.com' } },
  { done: 'images have the tag latest', set: { 'image.tag': 'latest' } },
  { done: 'images have no tag', set: { 'image.tag': 'none' } },
  { done: 'pods have no time to end', set: { 'serving.leastTimeoutSeconds': 1 } },
  { done: 'nothing bounds the instances', set: { 'functionDefaults.scale.max': 0 } },
  { done: 'requests wait in a queue', set: { 'functionDefaults.containerConcurrency': 1 } },
  { done: 'a window is too short', set: { 'functionDefaults.window': 3 } },
  { done: 'a function may take too long', set: { 'functions.task-create.timeoutSeconds': 900 } },
  { done: 'a class of scaling is misspelt', set: { 'serving.autoscalingClass': 'kpa' } },
  { done: 'a Trigger has no filters', set: { 'functions.stats-record.trigger.filters': [] } },
  {
    done: 'a filter is exactly nothing',
    set: { 'functions.stats-record.trigger.filters': [{ exact: {} }] },
  },
  {
    done: 'a dialect is misspelt',
    set: { 'functions.stats-record.trigger.filters': [{ exakt: { type: 'a' } }] },
  },
  { done: 'an order is misspelt', set: { 'functions.stats-record.trigger.order': 'sorted' } },
  {
    done: 'one reminder holds up the others',
    set: { 'functions.notification-send.kafkaSource.ordering': 'ordered' },
  },
  {
    done: 'a topic is misspelt',
    set: { 'functions.notification-send.kafkaSource.topic': 'reminder' },
  },
  { done: 'a schedule is @every', set: { 'functions.reminder-due.schedule': '@every 1m' } },
  { done: 'a command is public', set: { 'functions.task-create.public': true } },
  {
    done: 'a secret is a value',
    set: { 'functions.task-create.env': { ZERODO_SECRET_KEY: 'a' } },
  },
  {
    done: 'a function that reads a topic gets another name',
    set: {
      'functions.stats-record': null,
      'functions.stats-recorder': {
        databases: ['worker'],
        trigger: { order: 'unordered', filters: [{ prefix: { type: 'dev.zerodo.task.' } }] },
      },
    },
  },
  { done: 'nothing denies traffic', set: { 'networkPolicy.enabled': false } },
];
