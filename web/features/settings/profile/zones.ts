/** "America/New_York" as a person reads it. */
export const zoneInWords = (zone: string): string => zone.replaceAll('_', ' ');

/** Every zone that the browser knows, and the one that is chosen, which may be spelt another way. */
export const knownZones = (chosen: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();

/** How far a zone is from UTC at an instant: "GMT+01:00". */
export function offsetInWords(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
