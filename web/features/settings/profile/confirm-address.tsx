'use client';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../ask.ts';
import { pathTo } from '../sections.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useProblem } from '../use-problem.ts';
import { useSettingsWords } from '../words/settings-words.ts';

/** Whether the address is confirmed, and how it becomes so where mail is sent. */
export function ConfirmAddress({ email, verified }: { email: string; verified: boolean }) {
  const { profile: words } = useSettingsWords();
  const { mail } = useSettingsPlace();
  const problem = useProblem();
  const send = useMutation({
    mutationFn: () =>
      ask('POST', '/api/auth/send-verification-email', {
        email,
        callbackURL: `${pathTo('profile')}?confirmed`,
      }),
  });
  if (verified) return words.confirmed;
  if (!mail) return words.noMail;
  return (
    <>
      {words.unconfirmed}{' '}
      <button
        type="button"
        disabled={send.isPending}
        onClick={() => send.mutate()}
        className="font-medium text-accent underline underline-offset-4"
      >
        {words.sendAgain}
      </button>
      <span role="status" className="block">
        {send.isSuccess && words.sent(email)}
        {send.error && <span className="text-danger">{problem(send.error)}</span>}
      </span>
    </>
  );
}
