import type { Metadata } from 'next';
import { ResetPassword } from '@/features/settings/profile/reset-password.tsx';
import { SettingsSpeaking } from '@/features/settings/words/settings-speaking.tsx';
import { Logo } from '@/features/workspace/logo.tsx';
import { config } from '@/lib/config.ts';

// The address holds what lets one in: nobody is told it.
export const metadata: Metadata = { title: 'Password', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string; error?: string }> };

/** Asks for the mail, and is where the link in it leads, with a `token` or with what was wrong. */
export default async function Page({ searchParams }: Props) {
  const { token, error } = await searchParams;
  const { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } = config();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <p className="mb-8 flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <Logo className="size-8 text-accent" />
        Zerodo
      </p>
      <SettingsSpeaking>
        <ResetPassword token={token ?? null} used={error !== undefined} mail={Boolean(smtp && from)} />
      </SettingsSpeaking>
    </main>
  );
}
