'use client';
import { Section } from '../parts/section.tsx';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';
import { LeaveCard } from './leave-card.tsx';

/** What goes in, what comes out, and the end. */
export function DataSection() {
  return (
    <Section name="data">
      <ImportCard />
      <ExportCard />
      <LeaveCard />
    </Section>
  );
}
