'use client';
import type { Settings } from '@zerodo/domain/settings';
import { useId } from 'react';
import { Switch } from '@/components/ui/switch.tsx';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { Row } from '../parts/row.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsWords } from '../words/settings-words.ts';

const kinds = ['dueSoon', 'overdue', 'shared'] as const;

/** What is said without having been asked for. */
export function NoticesCard({ notices }: Pick<Settings, 'notices'>) {
  const { reminders: words } = useSettingsWords();
  const change = useChangePreferences();
  const id = useId();
  return (
    <Card title={words.notices} aside={<SaveSign {...change} />}>
      {kinds.map((kind) => (
        <Row
          key={kind}
          label={words.notice[kind].name}
          hint={words.notice[kind].about}
          hintId={`${id}-${kind}`}
        >
          <Switch
            checked={notices[kind]}
            onChange={(on) => change.save({ notices: { [kind]: on } })}
            label={words.notice[kind].name}
            describedBy={`${id}-${kind}`}
          />
        </Row>
      ))}
      <ChangeProblem error={change.error} />
    </Card>
  );
}
