import { lines, number, type Page, spread } from '../panels.ts';
import { quantile, rate } from '../queries.ts';

const lag = 'event_lag_seconds_bucket';
const delivery = 'kn_eventing_dispatch_latency_milliseconds';
const to = 'kn_trigger_name, kn_kafkasource_name';

/** The way of an event from its commit to what follows from it, and where it is held up. */
export const events: Page = {
  name: 'events',
  title: 'Event flow and lag',
  about: 'From the commit to the log, from the log to each function, and what did not arrive.',
  rows: {
    'Into the log': [
      number('Waiting', 'short', 'max(outbox_depth)', [5000, 100]),
      number('The oldest waits', 's', 'max(outbox_oldest_age_seconds)', [60, 10]),
      number('Given up in 24 h', 'short', 'sum(increase(dead_letters_total[24h]))', [1, 0.5]),
      lines('Given to the log', 'ops', [rate('outbox_relayed_total'), 'events']),
      lines('Waiting for the log', 'short', ['max(outbox_depth)', 'events']),
      lines('Age of the oldest', 's', ['max(outbox_oldest_age_seconds)', 'age']),
    ],
    'To each function': [
      lines('Age of events when they are taken, 50 %', 's', [quantile(0.5, lag, 'job'), '{{job}}']),
      lines('Age of events when they are taken, 99 %', 's', [quantile(0.99, lag, 'job'), '{{job}}']),
      lines('Given up', 'short', [
        'sum by (dead_letter_function) (increase(dead_letters_total[$__rate_interval]))',
        '{{dead_letter_function}}',
      ]),
      spread('Spread of the age', 's', lag),
      spread('From completion to the next occurrence', 's', 'next_occurrence_latency_seconds_bucket'),
      lines('Events that came again', 'ops', [rate('inbox_duplicates_total', 'job'), '{{job}}']),
    ],
    'By Kafka and Knative': [
      lines('Not taken yet', 'short', [
        'sum by (consumergroup, topic) (kafka_consumergroup_lag)',
        '{{consumergroup}} {{topic}}',
      ]),
      lines('Records in topics', 'ops', [
        'sum by (topic) (rate(kafka_topic_partition_current_offset[$__rate_interval]))',
        '{{topic}}',
      ]),
      lines('Deliveries by answer', 'ops', [
        rate(`${delivery}_count`, 'http_response_status_code'),
        '{{http_response_status_code}}',
      ]),
      lines('Delivery, 95 %', 'ms', [
        quantile(0.95, `${delivery}_bucket`, to),
        '{{kn_trigger_name}}{{kn_kafkasource_name}}',
      ]),
    ],
  },
};
