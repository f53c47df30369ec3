import { lines, logs, number, type Page, spread } from '../panels.ts';
import { quantile, quantiles, rate } from '../queries.ts';

const of = (metric: string, more = ''): string => `${metric}{job="zerodo/$function"${more}}`;
const ran = 'faas_invoke_duration_seconds';

/** All there is to see of one function. */
export const oneFunction: Page = {
  name: 'function',
  title: 'One function',
  about: 'What one function was given, what came of it, how it started and what it waited for; and its log.',
  choice: {
    name: 'function',
    label: 'Function',
    query: 'label_values(faas_coldstarts_total, job)',
    regex: '/^zerodo[/](.+)$/',
  },
  rows: {
    Work: [
      number('Runs in 24 h', 'short', `sum(increase(${of(`${ran}_count`)}[24h]))`),
      number(
        'Failed in 24 h',
        'short',
        `sum(increase(${of(`${ran}_count`, ',zerodo_outcome=~"fault|unavailable"')}[24h])) or vector(0)`,
        [10, 1],
      ),
      number('95 % within', 's', quantile(0.95, of(`${ran}_bucket`))),
      number('Cold starts in 24 h', 'short', `sum(increase(${of('faas_coldstarts_total')}[24h]))`),
      number('95 % started within', 's', quantile(0.95, of('faas_init_duration_seconds_bucket')), [2, 0.5]),
      number('Processes', 'short', `count(${of('faas_coldstarts_total')})`),
      lines('Runs by outcome', 'ops', [rate(of(`${ran}_count`), 'zerodo_outcome'), '{{zerodo_outcome}}']),
      lines('Runs by what woke it', 'ops', [rate(of(`${ran}_count`), 'faas_trigger'), '{{faas_trigger}}']),
      lines('Duration', 's', ...quantiles(of(`${ran}_bucket`))),
      spread('Spread of durations', 's', of(`${ran}_bucket`)),
      lines('Start of a process', 's', ...quantiles(of('faas_init_duration_seconds_bucket'))),
      lines('Cold starts', 'ops', [rate(of('faas_coldstarts_total')), 'cold starts']),
    ],
    'Events and connections': [
      lines('Age of events that it takes', 's', ...quantiles(of('event_lag_seconds_bucket'))),
      lines('Events that came again', 'ops', [rate(of('inbox_duplicates_total')), 'duplicates']),
      lines(
        'Connections to Postgres',
        'short',
        [
          `sum by (db_client_connection_pool_name) (${of('db_client_connection_count')})`,
          'used: {{db_client_connection_pool_name}}',
        ],
        [
          `sum by (db_client_connection_pool_name) (${of('db_client_connection_max')})`,
          'at most: {{db_client_connection_pool_name}}',
        ],
        [
          `sum by (db_client_connection_pool_name) (${of('db_client_connection_pending_requests')})`,
          'wait: {{db_client_connection_pool_name}}',
        ],
      ),
      logs('Log', '{k8s_namespace_name="zerodo"} | k8s_pod_name=~"$function-.+"'),
    ],
  },
};
