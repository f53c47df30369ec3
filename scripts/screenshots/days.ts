/** A zone without summer time for each hour of the day. */
const zones = [
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Tashkent',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Brisbane',
  'Pacific/Guadalcanal',
  'Pacific/Fiji',
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'Pacific/Gambier',
  'Pacific/Pitcairn',
  'America/Phoenix',
  'America/Costa_Rica',
  'America/Bogota',
  'America/La_Paz',
  'America/Sao_Paulo',
  'Atlantic/South_Georgia',
  'Atlantic/Cape_Verde',
  'Atlantic/Reykjavik',
];

const hourIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format());

/** Where everybody in the pictures lives: it is between eight and nine in the morning there, whenever they are taken. */
export const zone = ['Europe/Berlin', ...zones].find((name) => hourIn(name) === 8) ?? 'Europe/Berlin';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** The date there in so many days, YYYY-MM-DD; the server's clock cannot be turned, so that the pictures are of today. */
export const inDays = (count: number): string => day.format(Date.now() + count * 86_400_000);

/** How many days until the next day that is so many days after a Sunday. */
export const untilWeekday = (weekday: number): number =>
  (weekday - new Date(`${inDays(0)}T00:00:00Z`).getUTCDay() + 7) % 7;
