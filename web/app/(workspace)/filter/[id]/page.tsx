import { questionFor, tidy } from '@/features/filters/conditions.ts';
import { type FilterPage, filtersPath } from '@/features/filters/filter-queries.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';
import { read } from '@/lib/server-api.ts';

type Props = { params: Promise<{ id: string }> };

const first = async ({ params }: Props) => {
  const { id } = await params;
  const known = await read<FilterPage>(filtersPath).catch(() => undefined);
  const filter = known?.items.find((one) => one.id === id);
  return firstLists((zone) => (filter ? [questionFor(tidy(filter.query), zone)] : []));
};

export default function Filter(props: Props) {
  return <View first={first(props)} />;
}
