import { Waiting } from '@/features/settings/parts/waiting.tsx';

export default function Loading() {
  return <Waiting />;
}
