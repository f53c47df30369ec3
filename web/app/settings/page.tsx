import { SectionList } from '@/features/settings/section-list.tsx';

export default function Settings() {
  return <SectionList />;
}
