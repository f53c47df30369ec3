import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';

export default function Today() {
  return (
    <View
      first={firstLists((zone) => [questions.overdue(zone), questions.today(zone), questions.completed()])}
    />
  );
}
