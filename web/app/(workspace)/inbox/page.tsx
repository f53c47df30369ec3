import type { ProjectPage } from '@zerodo/domain/project';
import { inboxOf, projectsPath } from '@/features/projects/project-queries.ts';
import { questions } from '@/features/tasks/task-question.ts';
import { View } from '@/features/workspace/view.tsx';
import { firstLists } from '@/lib/first-paint.ts';
import { read } from '@/lib/server-api.ts';

const readInbox = async () => {
  const project = inboxOf(await read<ProjectPage>(projectsPath).catch(() => undefined));
  return firstLists(() => (project ? [questions.project(project.id)] : []));
};

export default function Inbox() {
  return <View first={readInbox()} />;
}
