'use client';
import type { Settings } from '@zerodo/domain/settings';
import dynamic from 'next/dynamic';
import { useId } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control, Row } from '../parts/row.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { zoneInWords } from './zones.ts';

// In the browser only: the HTML of the library's list has inline styles that our policy forbids.
const ZoneChoice = dynamic(() => import('./zone-choice.tsx'), {
  ssr: false,
  loading: () => <span className="h-10 w-40 rounded-lg bg-sunken" />,
});

const starts = ['locale', 'monday', 'sunday', 'saturday'] as const;

/** The zone that days and reminders follow, and where weeks begin. */
export function TimeCard({ preferences: { timezone, weekStart } }: { preferences: Settings }) {
  const { profile: words } = useSettingsWords();
  const { viewer } = useSettingsPlace();
  const change = useChangePreferences();
  const id = useId();
  return (
    <Card title={words.time} aside={<SaveSign {...change} />}>
      <Row label={<span id={`${id}-zone`}>{words.zone}</span>} hint={words.zoneHint}>
        <ZoneChoice
          value={timezone}
          labelledBy={`${id}-zone`}
          onChange={(zone) => change.save({ timezone: zone })}
        />
      </Row>
      {viewer.zone !== timezone && (
        <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-date-soft py-1.5 pr-2 pl-3 text-sm text-date">
          {words.browserZone(zoneInWords(viewer.zone))}
          <Button variant="outline" size="small" onClick={() => change.save({ timezone: viewer.zone })}>
            {words.useZone}
          </Button>
        </p>
      )}
      <Row label={<label htmlFor={`${id}-week`}>{words.week}</label>}>
        <select
          id={`${id}-week`}
          value={weekStart}
          onChange={({ target }) => change.save({ weekStart: target.value as Settings['weekStart'] })}
          className={control}
        >
          {starts.map((day) => (
            <option key={day} value={day}>
              {words.weekStarts[day]}
            </option>
          ))}
        </select>
      </Row>
      <ChangeProblem error={change.error} />
    </Card>
  );
}
