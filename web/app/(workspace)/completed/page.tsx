import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

export default function Completed() {
  return <View first={firstLists(() => [questions.completed()])} />;
}
