import type { Group } from './rule.ts';

const ended = (outcome: string): string =>
  `notification_outcomes_total{notification_channel="email",notification_outcome="${outcome}"}`;

/** What leaves for mail servers, push services and webhooks. */
export const notifications: Group = {
  name: 'notifications',
  rules: [
    {
      alert: 'NotificationsFailing',
      severity: 'ticket',
      expr: 'sum by (notification_channel) (increase(notification_outcomes_total{notification_outcome="failed"}[30m])) / sum by (notification_channel) (increase(notification_outcomes_total[30m])) > 0.1 and sum by (notification_channel) (increase(notification_outcomes_total{notification_outcome="failed"}[30m])) > 5',
      for: '5m',
      summary:
        '{{ $value | humanizePercentage }} of notifications by {{ $labels.notification_channel }} fail.',
      fires: {
        series: { [ended('sent')]: '0+3x60', [ended('failed')]: '0+1x60' },
        at: '45m',
        labels: { notification_channel: 'email' },
        says: '25% of notifications by email fail.',
      },
      silent: { series: { [ended('sent')]: '0+20x60', [ended('failed')]: '0+1x60' }, at: '45m' },
    },
    {
      alert: 'CircuitBreakerOpen',
      severity: 'ticket',
      expr: 'max by (outbound_target) (circuit_breaker_open) > 0',
      for: '15m',
      summary:
        '{{ $value }} of the targets of {{ $labels.outbound_target }} are left alone because they keep failing.',
      fires: {
        series: { 'circuit_breaker_open{outbound_target="smtp"}': '1x30' },
        at: '20m',
        labels: { outbound_target: 'smtp' },
        says: '1 of the targets of smtp are left alone because they keep failing.',
      },
      silent: { series: { 'circuit_breaker_open{outbound_target="smtp"}': '1x10 0x20' }, at: '20m' },
    },
  ],
};
