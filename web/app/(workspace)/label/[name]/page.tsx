import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

type Props = { params: Promise<{ name: string }> };

const read = async ({ params }: Props) => {
  const { name } = await params;
  return firstLists(() => [questions.label(decodeURIComponent(name))]);
};

export default function Label(props: Props) {
  return <View first={read(props)} />;
}
