import { personName } from '@zerodo/domain/person-name';
import { APIError } from 'better-auth/api';

/** @throws APIError 400 `NAME_NOT_SHOWN` where nothing of a name can be seen */
function clean(written: unknown): string {
  const name = personName(String(written ?? ''));
  if (name) return name;
  throw new APIError('BAD_REQUEST', {
    code: 'NAME_NOT_SHOWN',
    message: 'Nothing of this name can be seen: write one with letters.',
  });
}

/** A name is shown among other people's words, so that it is cleaned wherever it comes from. */
export const personHooks = {
  user: {
    create: {
      before: async <P extends { name: string }>(person: P) => ({
        data: { ...person, name: clean(person.name) },
      }),
    },
    update: {
      before: async <P extends { name?: string | undefined }>(change: P) =>
        change.name === undefined ? undefined : { data: { ...change, name: clean(change.name) } },
    },
  },
};
