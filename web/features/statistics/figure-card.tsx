'use client';
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { DataTable, type Table } from './data-table.tsx';
import { useStatisticsWords } from './statistics-words.ts';

type Props = {
  title: string;
  hint?: string;
  table: Table;
  /** Choices about the picture. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A picture with its name and the numbers behind it. */
export function FigureCard({ title, hint, table, aside, children }: Props) {
  const { said } = useStatisticsWords();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const Icon = asTable ? ChartColumn : Table2;
  return (
    <section
      aria-labelledby={id}
      className="relative flex min-w-0 flex-col rounded-2xl border border-line bg-surface p-4 sm:p-5"
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <h2 id={id} className="font-semibold tracking-tight">
            {title}
          </h2>
          {hint && <p className="text-sm text-muted">{hint}</p>}
        </div>
        <Button
          size="icon"
          aria-pressed={asTable}
          aria-label={`${said.showTable}: ${title}`}
          title={asTable ? said.showChart : said.showTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon aria-hidden className="size-4" />
        </Button>
        {aside}
      </div>
      {!asTable && children}
      <DataTable label={said.tableOf(title)} seen={asTable} {...table} />
    </section>
  );
}
