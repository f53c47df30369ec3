import { notFound } from 'next/navigation';
import { View } from '@/features/workspace/view.tsx';
import { whoIsHere } from '@/lib/session.ts';

/** For operators; for anybody else there is no such page. */
export default async function Observe() {
  const person = await whoIsHere();
  if (!person?.operator) notFound();
  return <View first={Promise.resolve([])} />;
}
