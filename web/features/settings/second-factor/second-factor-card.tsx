'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '../parts/card.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { devices } from '../profile/device-queries.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { NewCodesWindow } from './new-codes-window.tsx';
import { secondFactor } from './second-factor-queries.ts';
import { SwitchOffWindow } from './switch-off-window.tsx';

// It brings what draws the picture.
const SwitchOnWindow = dynamic(() => import('./switch-on-window.tsx'), { ssr: false });

/** Codes of an authenticator app after the password. */
export function SecondFactorCard() {
  const { secondFactor: words } = useSettingsWords();
  const client = useQueryClient();
  const query = useQuery(secondFactor);
  const [opened, setOpened] = useState<'on' | 'off' | 'codes' | null>(null);
  const close = () => setOpened(null);
  const changed = () => {
    void client.invalidateQueries({ queryKey: secondFactor.queryKey });
    void client.invalidateQueries({ queryKey: devices.queryKey });
  };
  return (
    <Card title={words.title} hint={words.hint}>
      <Loaded query={query}>
        {(on) => (
          <div className="flex flex-wrap items-center gap-2">
            <p role="status" className="min-w-40 flex-1 text-sm font-medium">
              {on ? words.isOn : words.isOff}
            </p>
            {on ? (
              <>
                <Button variant="outline" onClick={() => setOpened('codes')}>
                  {words.newCodes}
                </Button>
                <Button variant="danger" onClick={() => setOpened('off')}>
                  {words.off}
                </Button>
              </>
            ) : (
              <Button variant="outline" onClick={() => setOpened('on')}>
                {words.on}
              </Button>
            )}
          </div>
        )}
      </Loaded>
      {opened === 'on' && <SwitchOnWindow onClose={close} onChanged={changed} />}
      {opened === 'off' && <SwitchOffWindow onClose={close} onChanged={changed} />}
      {opened === 'codes' && <NewCodesWindow onClose={close} />}
    </Card>
  );
}
