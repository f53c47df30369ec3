import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Providers } from '@/components/providers.tsx';
import { SettingsFrame } from '@/features/settings/settings-frame.tsx';
import { SettingsSpeaking } from '@/features/settings/words/settings-speaking.tsx';
import { zoneOf } from '@/lib/assumed-zone.ts';
import { askedPath, signInFor } from '@/lib/come-back.ts';
import { config } from '@/lib/config.ts';
import { whoIsHere } from '@/lib/session.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function Layout({ children }: { children: ReactNode }) {
  const person = await whoIsHere();
  if (!person) redirect(signInFor((await headers()).get(askedPath)));

  const { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } = config();
  const assumed = { now: Date.now(), zone: zoneOf(await cookies()) };
  return (
    <Providers person={person} measured={config().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined}>
      <SettingsSpeaking>
        <SettingsFrame person={person} assumed={assumed} mail={Boolean(smtp && from)}>
          {children}
        </SettingsFrame>
      </SettingsSpeaking>
    </Providers>
  );
}
