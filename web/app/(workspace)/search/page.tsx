import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

type Props = { searchParams: Promise<{ q?: string | string[] }> };

const read = async ({ searchParams }: Props) => {
  const { q } = await searchParams;
  const words = typeof q === 'string' ? q.trim() : '';
  return firstLists(() => (words ? [questions.search(words)] : []));
};

export default function Search(props: Props) {
  return <View first={read(props)} />;
}
