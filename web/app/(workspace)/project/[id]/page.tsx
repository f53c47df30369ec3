import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

type Props = { params: Promise<{ id: string }> };

const read = async ({ params }: Props) => {
  const { id } = await params;
  return firstLists(() => [questions.project(id)]);
};

export default function Project(props: Props) {
  return <View first={read(props)} />;
}
