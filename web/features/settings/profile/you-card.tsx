'use client';
import { useMutation } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { browserLocale, followsBrowser, languageOf } from '@/words/language.ts';
import { useWords } from '@/words/use-words.ts';
import { languages, ownName } from '@/words/words.ts';
import { ask } from '../ask.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control, Row } from '../parts/row.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { Says } from '../parts/says.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { ConfirmAddress } from './confirm-address.tsx';

/** The choice that is no language. */
const browser = 'browser';

type Props = { emailVerified: boolean; confirmation: 'done' | 'failed' | null };

/** Name, address and language: what the account says, not the preferences. */
export function YouCard({ emailVerified, confirmation }: Props) {
  const { frame, profile: words } = useSettingsWords();
  const { locale } = useWords();
  const { person } = useSettingsPlace();
  const router = useRouter();
  const id = useId();
  const change = useMutation({
    mutationFn: (fields: { name?: string; locale?: string }) => ask('POST', '/api/auth/update-user', fields),
    // Everything is said anew: by the server, which knows the person and the language.
    onSuccess: () => router.refresh(),
  });
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name && name !== person.name) change.mutate({ name });
  };
  return (
    <Card title={words.you} aside={<SaveSign {...change} />}>
      {confirmation === 'done' && <Says kind="good">{words.confirmedNow}</Says>}
      {confirmation === 'failed' && <Says kind="problem">{words.confirmFailed}</Says>}
      <Row label={<label htmlFor={`${id}-name`}>{words.name}</label>}>
        <form onSubmit={rename} className="flex w-72 max-w-full gap-2">
          <input
            key={person.name}
            id={`${id}-name`}
            name="name"
            defaultValue={person.name}
            required
            maxLength={100}
            autoComplete="name"
            className={`min-w-0 flex-1 ${control}`}
          />
          <Button type="submit" variant="outline" disabled={change.isPending}>
            {frame.save}
          </Button>
        </form>
      </Row>
      <Row label={words.email}>
        <span className="flex min-w-0 items-center gap-1.5 text-sm [overflow-wrap:anywhere]">
          {person.email}
          {emailVerified && (
            <BadgeCheck aria-label={words.confirmed} className="size-4 shrink-0 text-accent" />
          )}
        </span>
        <div className="w-full text-sm text-muted">
          <ConfirmAddress email={person.email} verified={emailVerified} />
        </div>
      </Row>
      <Row label={<label htmlFor={`${id}-language`}>{words.language}</label>}>
        <select
          id={`${id}-language`}
          value={followsBrowser(person.locale) ? browser : languageOf(locale)}
          disabled={change.isPending}
          onChange={({ target: { value } }) =>
            change.mutate({ locale: value === browser ? browserLocale(navigator.languages) : value })
          }
          className={control}
        >
          <option value={browser}>{words.asBrowser}</option>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {ownName[language]}
            </option>
          ))}
        </select>
      </Row>
      <ChangeProblem error={change.error} />
    </Card>
  );
}
