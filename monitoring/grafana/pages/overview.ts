import { slos } from '../../slos.ts';
import { lines, number, type Page } from '../panels.ts';
import { quantile, quantiles, rate } from '../queries.ts';

const api = 'api_request_duration_seconds_bucket';

/** What people get, and whether anything is wrong. */
export const overview: Page = {
  name: 'overview',
  title: 'Overview',
  about:
    'Whether what is promised is kept, what people do, and what is wrong. Each promise is in docs/reference/slos.md.',
  rows: {
    'What is promised': [
      ...slos.map(({ name }) =>
        number(`Budget left: ${name}`, 'percentunit', `1 - slo:burn_rate:30d{slo="${name}"}`, [0, 0.25]),
      ),
      number('Given up in 24 h', 'short', 'sum(increase(dead_letters_total[24h]))', [1, 0.5]),
      number(
        'Alerts',
        'short',
        'count(ALERTS{alertstate="firing",severity=~"page|ticket"}) or vector(0)',
        [2, 1],
      ),
      number('Waiting for the log', 's', 'max(outbox_oldest_age_seconds)', [60, 10]),
      lines('How fast budgets are spent (1 is as fast as they may be)', 'short', [
        'slo:burn_rate:1h',
        '{{slo}}',
      ]),
      lines('Answers of the API', 's', ...quantiles(api)),
      lines(
        'Next occurrence and reminders, 99 %',
        's',
        [quantile(0.99, 'next_occurrence_latency_seconds_bucket'), 'next occurrence'],
        [quantile(0.99, 'reminder_lateness_seconds_bucket'), 'reminder'],
      ),
    ],
    'What people do': [
      lines('Requests', 'ops', [
        rate('api_request_duration_seconds_count', 'http_response_status_class'),
        '{{http_response_status_class}}',
      ]),
      lines(
        'Tasks',
        'ops',
        [rate('tasks_created_total', 'task_source'), 'created: {{task_source}}'],
        [rate('tasks_completed_total', 'task_recurring'), 'completed, recurring: {{task_recurring}}'],
      ),
      lines('Pages that are open', 'short', ['sum(live_streams)', 'live streams']),
      lines('Slowest routes, 95 %', 's', [`topk(8, ${quantile(0.95, api, 'http_route')})`, '{{http_route}}']),
      lines('Notifications', 'ops', [
        rate('notification_outcomes_total', 'notification_outcome'),
        '{{notification_outcome}}',
      ]),
      lines('Largest Contentful Paint, 75 %', 's', [
        quantile(0.75, 'browser_web_vital_lcp_seconds_bucket'),
        'LCP',
      ]),
    ],
    'What is behind it': [
      lines('Function runs', 'ops', [
        rate('faas_invoke_duration_seconds_count', 'zerodo_outcome'),
        '{{zerodo_outcome}}',
      ]),
      lines('Functions that fail', 'ops', [
        `${rate('faas_invoke_duration_seconds_count{zerodo_outcome=~"fault|unavailable"}', 'job')} > 0 or vector(0)`,
        '{{job}}',
      ]),
      lines('Cold starts', 'ops', [rate('faas_coldstarts_total', 'job'), '{{job}}']),
      lines('Versions that run', 'short', [
        'count by (service_version) (target_info{job=~"zerodo/.+"})',
        '{{service_version}}',
      ]),
    ],
  },
};
