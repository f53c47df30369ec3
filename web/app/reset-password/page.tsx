import type { Metadata } from 'next';
import { EntranceFrame } from '@/features/session/entrance-frame.tsx';
import { ResetPassword } from '@/features/settings/profile/reset-password.tsx';
import { SettingsSpeaking } from '@/features/settings/words/settings-speaking.tsx';
import { config } from '@/lib/config.ts';

// The address holds what lets one in: nobody is told it.
export const metadata: Metadata = { title: 'Password', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string; error?: string }> };

/** Asks for the mail, and is where the link in it leads, with a `token` or with what was wrong. */
export default async function Page({ searchParams }: Props) {
  const { token, error } = await searchParams;
  const { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } = config();
  return (
    <EntranceFrame>
      <SettingsSpeaking>
        <ResetPassword token={token ?? null} used={error !== undefined} mail={Boolean(smtp && from)} />
      </SettingsSpeaking>
    </EntranceFrame>
  );
}
