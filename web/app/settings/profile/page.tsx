import { ownPreferences, preferencesPath } from '@/features/settings/preferences/preference-queries.ts';
import { ProfileSection } from '@/features/settings/profile/profile-section.tsx';
import { Filled } from '@/features/workspace/filled.tsx';
import { reading } from '@/lib/first-paint.ts';

type Props = { searchParams: Promise<{ confirmed?: string; error?: string }> };

/** The link in a mail that confirms an address leads here, with `error` where it was too old. */
export default async function Profile({ searchParams }: Props) {
  const { confirmed, error } = await searchParams;
  const confirmation = error !== undefined ? 'failed' : confirmed !== undefined ? 'done' : null;
  return (
    <Filled first={reading(ownPreferences.queryKey, preferencesPath)}>
      <ProfileSection confirmation={confirmation} />
    </Filled>
  );
}
