'use client';
import { useMutation } from '@tanstack/react-query';
import { Download, LoaderCircle } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { refusal } from '@/lib/api.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { Row } from '../parts/row.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useSettingsWords } from '../words/settings-words.ts';

const formats = ['json', 'csv', 'ics'] as const;
type Format = (typeof formats)[number];

/** Fetched first, so that a refusal is said in words and not saved as a file. */
async function download(format: Format): Promise<void> {
  const response = await fetch(`/api/v1/export?format=${format}`, { credentials: 'same-origin' });
  if (!response.ok) throw await refusal(response);
  saveFile(await response.blob(), `zerodo-${new Date().toISOString().slice(0, 10)}.${format}`);
}

/** Everything, as a file. */
export function ExportCard() {
  const { data: words } = useSettingsWords();
  const run = useMutation({ mutationFn: download });
  return (
    <Card title={words.export} hint={words.exportHint}>
      {formats.map((format) => (
        <Row key={format} label={words.exports[format].name} hint={words.exports[format].about}>
          <Button
            variant="outline"
            size="small"
            aria-label={words.download(words.exports[format].name)}
            disabled={run.isPending}
            onClick={() => run.mutate(format)}
          >
            {run.isPending && run.variables === format ? (
              <LoaderCircle aria-hidden className="size-4 animate-spin" />
            ) : (
              <Download aria-hidden className="size-4" />
            )}
            {words.download(words.exports[format].name)}
          </Button>
        </Row>
      ))}
      <ChangeProblem error={run.error} />
    </Card>
  );
}
