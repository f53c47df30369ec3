import { lines, number, type Page, spread } from '../panels.ts';
import { quantiles, rate } from '../queries.ts';

const lateness = 'reminder_lateness_seconds';
const ended = 'notification_outcomes_total';

/** Whether reminders come, by which way, and how late. */
export const reminders: Page = {
  name: 'reminders',
  title: 'Reminders',
  about: 'From due to the inbox, to mail servers, push services and webhooks.',
  rows: {
    'On time': [
      number(
        'Within 5 s, in 24 h',
        'percentunit',
        `sum(increase(${lateness}_bucket{le=~"5([.]0)?"}[24h])) / sum(increase(${lateness}_count[24h]))`,
        [0.99, 0.995],
      ),
      number('In 24 h', 'short', `sum(increase(${lateness}_count[24h]))`),
      number('Budget left', 'percentunit', '1 - slo:burn_rate:30d{slo="reminder"}', [0, 0.25]),
      number(
        'Late by a minute or more, in 24 h',
        'short',
        `sum(increase(${ended}{notification_outcome="late"}[24h])) or vector(0)`,
        [10, 1],
      ),
      number(
        'Failed in 24 h',
        'short',
        `sum(increase(${ended}{notification_outcome="failed"}[24h])) or vector(0)`,
        [10, 1],
      ),
      number('Targets left alone', 'short', 'sum(circuit_breaker_open) or vector(0)', [1, 0.5]),
      lines('Lateness', 's', ...quantiles(`${lateness}_bucket`)),
      spread('Spread of the lateness', 's', `${lateness}_bucket`),
      lines('Ticks', 'ops', [
        rate('faas_invoke_duration_seconds_count{job="zerodo/reminder-due"}', 'zerodo_outcome'),
        '{{zerodo_outcome}}',
      ]),
    ],
    'By each way': [
      lines('Notifications', 'ops', [
        rate(ended, 'notification_channel, notification_outcome'),
        '{{notification_channel}}: {{notification_outcome}}',
      ]),
      lines('Calls to others', 'ops', [
        rate('outbound_attempts_total', 'outbound_target, outbound_outcome'),
        '{{outbound_target}}: {{outbound_outcome}}',
      ]),
      lines('Targets left alone', 'short', [
        'max by (outbound_target) (circuit_breaker_open)',
        '{{outbound_target}}',
      ]),
    ],
  },
};
