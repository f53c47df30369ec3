import { DataSection } from '@/features/settings/data/data-section.tsx';

export default function Data() {
  return <DataSection />;
}
