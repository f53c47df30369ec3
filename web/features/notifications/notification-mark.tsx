import type { NotificationKind } from '@zerodo/domain/notification';
import {
  AlarmClock,
  CircleAlert,
  CircleCheckBig,
  CirclePlus,
  Hourglass,
  type LucideIcon,
  Mail,
  Pencil,
  Send,
  Users,
  Webhook,
} from 'lucide-react';

const icons: Record<NotificationKind, LucideIcon> = {
  reminder: AlarmClock,
  'due-soon': Hourglass,
  overdue: CircleAlert,
  'task-created': CirclePlus,
  'task-updated': Pencil,
  'task-completed': CircleCheckBig,
  digest: Mail,
  test: Send,
  'webhook-off': Webhook,
  invitation: Users,
};

/** The sign of a kind of notification. */
export function NotificationMark({ kind, className }: { kind: NotificationKind; className: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className={className} />;
}
