'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { inWords } from '@/lib/api.ts';
import { now } from '@/lib/clock.ts';
import { wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { Bar } from '../arrival/bar.tsx';
import { useArrivalWords } from '../arrival/use-arrival-words.ts';
import { projectList } from '../projects/project-queries.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { endFirstRun, keepFirstRun, type Step } from './first-run-mark.ts';
import { samplesFor } from './samples.ts';
import { makeSamples, removeSamples } from './send-samples.ts';

type Props = { step: Step; seen: boolean; email: string };

/** Makes the samples of a first run, once, and offers to take them away again. */
export function FirstRunBar({ step, seen, email }: Props) {
  const words = useWords();
  const arrival = useArrivalWords();
  const said = arrival.firstRun;
  const { personId } = useWorkspace();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the language and the day of that moment
  useEffect(() => {
    if (step !== 'make') return;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const samples = samplesFor(arrival, { personId, today: wallClock(now(), zone).date, zone });
    makeSamples(samples).then(
      () => {
        keepFirstRun(email, 'made');
        void client.invalidateQueries({ queryKey: projectList.queryKey });
        void refreshTasks(client);
      },
      // The network has gone: the next page that is opened goes on.
      () => undefined,
    );
  }, [step]);

  if (step !== 'made' || !seen) return null;

  const remove = async () => {
    setBusy(true);
    try {
      await removeSamples(personId);
      endFirstRun();
      toasts.add({ title: said.removed, timeout: 5000 });
    } catch (error) {
      toasts.add({ title: said.failed, description: inWords(error, words), type: 'error', timeout: 12_000 });
      setBusy(false);
    }
    void refreshTasks(client);
  };

  return (
    <Bar icon={Sparkles} label={said.label} title={said.title} hint={said.hint}>
      <Button variant="outline" size="small" disabled={busy} onClick={() => void remove()}>
        {said.remove}
      </Button>
      <Button size="small" disabled={busy} onClick={() => endFirstRun()}>
        {said.keep}
      </Button>
    </Bar>
  );
}
