import { notificationPages, notificationsPath } from '@/features/notifications/notification-queries.ts';
import { onePage } from '@/features/tasks/task-cache.ts';
import { View } from '@/features/workspace/view.tsx';
import { reading } from '@/lib/first-paint.ts';

export default function Notifications() {
  return <View first={reading(notificationPages(false).queryKey, notificationsPath(false, null), onePage)} />;
}
