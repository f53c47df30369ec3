import { seriesList, seriesPath } from '@/features/series/series-queries.ts';
import { onePage } from '@/features/tasks/task-cache.ts';
import { View } from '@/features/workspace/view.tsx';
import { reading } from '@/lib/first-paint.ts';
import { speechHere } from '@/lib/session.ts';

export default async function Recurring() {
  const { language } = await speechHere();
  return <View first={reading(seriesList(language).queryKey, seriesPath(language, null), onePage)} />;
}
