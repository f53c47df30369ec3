import { type Viewer, wallClock } from '../../lib/local-time.ts';

const quarter = 91 * 86_400_000;

/** Whether two zones show the same time, now and through the year that follows. */
export const sameClock = (one: string, other: string, now: number): boolean =>
  [0, 1, 2, 3].every((quarters) => {
    const at = now + quarters * quarter;
    const [here, there] = [wallClock(at, one), wallClock(at, other)];
    return here.date === there.date && here.time === there.time;
  });

/** "America/New_York" as one says where one is: "New York". */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** What the account has until the browser has told a zone; the next command then takes that. */
const unknown = 'UTC';

type Asked = {
  account: string;
  viewer: Viewer;
  /** Zones that the person does not want to be asked about (now, or ever again). */
  declined: ReadonlySet<string>;
};

/** Whether the page asks to use the zone that the browser is in. A clock that shows the same is no question. */
export const asksForZone = ({ account, viewer: { zone, now }, declined }: Asked): boolean =>
  account !== unknown && zone !== unknown && !declined.has(zone) && !sameClock(account, zone, now);
