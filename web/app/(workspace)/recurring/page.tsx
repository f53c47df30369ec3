import { seriesList, seriesPath } from '@/features/series/series-queries.ts';
import { onePage } from '@/features/tasks/task-cache.ts';
import { View } from '@/features/workspace/view.tsx';
import { reading } from '@/lib/first-paint.ts';

export default function Recurring() {
  return <View first={reading(seriesList.queryKey, seriesPath(null), onePage)} />;
}
