import { redirect } from 'next/navigation';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The start page is today; a link to a task, `/?task=<id>` as letters have it, keeps its task. */
export default async function Page({ searchParams }: Props) {
  const { task } = await searchParams;
  redirect(typeof task === 'string' ? `/today?${new URLSearchParams({ task })}` : '/today');
}
