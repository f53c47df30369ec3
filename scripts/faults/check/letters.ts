import { explained, type Reason } from '@zerodo/store/dead-letters';
import { about, type Check } from './context.ts';

/** No fault is so long that an event has to be given up. */
export const letters: Check = async ({ owner }) => {
  const rows = await owner<
    { subscription: string; reason: Reason }[]
  >`select subscription, reason from dead_letters`;
  return about(
    'wrong',
    'dead letters',
    rows.map(({ subscription, reason }) => `${subscription} ${explained(reason).words}`),
  );
};
