import type { InfiniteData } from '@tanstack/react-query';
import type { TaskPage } from '@zerodo/domain/queries';
import type { Task } from '@zerodo/domain/task';

/** The pages of one list as far as they were read. The page sorts and groups; order in here means nothing. */
export type Pages = InfiniteData<TaskPage, unknown>;

export const tasksIn = (pages: Pages | undefined): Task[] => pages?.pages.flatMap(({ items }) => items) ?? [];

/** Puts a task in, in place of what was known of it. */
export function withTask(pages: Pages, task: Task): Pages {
  const known = tasksIn(pages).some(({ id }) => id === task.id);
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      if (known) return { ...page, items: page.items.map((item) => (item.id === task.id ? task : item)) };
      return index === 0 ? { ...page, items: [task, ...page.items] } : page;
    }),
  };
}

export const withoutTask = (pages: Pages, id: string): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
});

/** A page as a list begins with it. */
export const onePage = <T>(page: T) => ({ pages: [page], pageParams: [null] });
