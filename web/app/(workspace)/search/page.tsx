import { conditionsIn, questionFor } from '@/features/filters/conditions.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const read = async ({ searchParams }: Props) => {
  const given = Object.entries(await searchParams);
  const asked = conditionsIn(
    new URLSearchParams(given.flatMap(([name, value = []]) => [value].flat().map((one) => [name, one]))),
  );
  return firstLists((zone) => (Object.keys(asked).length > 0 ? [questionFor(asked, zone)] : []));
};

export default function Search(props: Props) {
  return <View first={read(props)} />;
}
