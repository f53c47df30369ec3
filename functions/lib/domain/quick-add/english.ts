import { oneOf, phrases, places, type Unit, unitNames, type Words, workdays } from './words.ts';

const weekdays = places(
  'monday mon | tuesday tue tues | wednesday wed weds | thursday thu thur thurs | friday fri | saturday sat | sunday sun',
  0,
);
const plural = ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'];
const months = places(
  `january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
   | september sept sep | october oct | november nov | december dec`,
  1,
);
const dayparts = { morning: '09:00', afternoon: '12:00', evening: '19:00', night: '22:00' };
const daypartsAfter = (before: string): Record<string, string> =>
  Object.fromEntries(Object.entries(dayparts).map(([name, time]) => [`${before} ${name}`, time]));

export const english: Words = {
  telling: new Set([
    ...Object.keys(weekdays),
    ...plural,
    ...(
      'every ev each everyday daily weekly monthly yearly today tomorrow next this week weeks days months year years ' +
      'hours starting until ending the at before for on of noon evening weekend tod tom'
    ).split(' '),
  ]),
  doubtful: new Set(['sun', 'sat', 'noon', 'midnight']),
  lowerCaseOnly: new Set(['tod', 'tom']),
  notAfter: new Set(['last', 'past', 'good', 'black', 'cyber']),
  measures: new Set(
    'dollars dollar euros euro pounds cents bucks percent degrees mph kmh people persons points'.split(' '),
  ),

  every: oneOf('every | each | ev'),
  everyDay: oneOf('everyday | every single day'),
  other: oneOf('other'),
  secondIsOther: false,
  adverbs: phrases<{ every: number; unit: Unit }>({
    hourly: { every: 1, unit: 'hour' },
    daily: { every: 1, unit: 'day' },
    weekly: { every: 1, unit: 'week' },
    biweekly: { every: 2, unit: 'week' },
    'bi-weekly': { every: 2, unit: 'week' },
    fortnightly: { every: 2, unit: 'week' },
    semiannually: { every: 6, unit: 'month' },
    'semi-annually': { every: 6, unit: 'month' },
    biannually: { every: 6, unit: 'month' },
    monthly: { every: 1, unit: 'month' },
    bimonthly: { every: 2, unit: 'month' },
    quarterly: { every: 3, unit: 'month' },
    yearly: { every: 1, unit: 'year' },
    annually: { every: 1, unit: 'year' },
  }),
  after: oneOf('after'),
  starting: oneOf(
    'starting | starting on | starting from | starting at | beginning | beginning on | start | starts | from | as of',
  ),
  until: oneOf('until | till | til | ending | ending on | ends | ends on | through | thru | up to | to'),
  lasting: oneOf('for | for the next'),
  times: oneOf('times | time'),
  ofTheMonth: oneOf(
    'of the month | of each month | of every month | of month | of a month | in the month | each month | every month | of the quarter | a month',
  ),

  ofEveryMonth: oneOf('of each month | of every month | each month | every month'),
  fromCompletion: oneOf(
    'after completion | after completing | after completing it | from completion | when done | after done | after it is done',
  ),

  numbers: phrases<number>({
    ...places(
      'a an one | two couple | three | four | five | six | seven | eight | nine | ten | eleven | twelve',
      1,
    ),
    'a couple of': 2,
    'a couple': 2,
  }),
  amounts: phrases<{ count: number; unit: Unit }>({
    'half an hour': { count: 30, unit: 'minute' },
    'half hour': { count: 30, unit: 'minute' },
    'a half hour': { count: 30, unit: 'minute' },
    'a quarter of an hour': { count: 15, unit: 'minute' },
    'quarter of an hour': { count: 15, unit: 'minute' },
    'an hour and a half': { count: 90, unit: 'minute' },
    '1 hour and a half': { count: 90, unit: 'minute' },
    'one and a half hours': { count: 90, unit: 'minute' },
    'a fortnight': { count: 2, unit: 'week' },
    fortnight: { count: 2, unit: 'week' },
  }),
  units: unitNames(
    'minute minutes min mins m | hour hours hr hrs h | day days d | week weeks wk wks w | month months mo | quarter quarters | year years yr yrs y',
  ),
  ordinals: phrases<number>({
    ...places('first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth', 1),
    last: -1,
    'second to last': -2,
    'second last': -2,
    '2nd to last': -2,
    penultimate: -2,
  }),
  ordinalSuffix: /^(\d{1,2})(?:st|nd|rd|th)$/,

  weekdays: phrases(weekdays),
  weekdayDayparts: phrases({}),
  everyWeekday: phrases<number[]>({
    ...Object.fromEntries(plural.map((name, day) => [name, [day]])),
    weekdays: workdays,
    workdays,
    weekends: [5],
  }),
  dayGroups: phrases<number[]>({
    weekday: workdays,
    workday: workdays,
    'work day': workdays,
    'week day': workdays,
    'business day': workdays,
    'working day': workdays,
    weekend: [5],
  }),
  day: oneOf('day'),
  months: phrases(months),
  holidays: phrases<[number, number]>({
    'new year day': [1, 1],
    "new year's day": [1, 1],
    'new years day': [1, 1],
    'new year’s day': [1, 1],
    'new year eve': [12, 31],
    "new year's eve": [12, 31],
    'new years eve': [12, 31],
    'new year’s eve': [12, 31],
    valentine: [2, 14],
    valentines: [2, 14],
    "valentine's day": [2, 14],
    'valentines day': [2, 14],
    'valentine day': [2, 14],
    'valentine’s day': [2, 14],
    halloween: [10, 31],
    christmas: [12, 25],
    'christmas day': [12, 25],
    xmas: [12, 25],
    'christmas eve': [12, 24],
    'boxing day': [12, 26],
  }),

  relativeDays: phrases<number>({
    today: 0,
    tod: 0,
    tomorrow: 1,
    tom: 1,
    tmr: 1,
    tmrw: 1,
    tmw: 1,
    'day after tomorrow': 2,
    'the day after tomorrow': 2,
    overmorrow: 2,
  }),
  next: oneOf('next'),
  this: oneOf('this | this coming | coming | the coming'),
  weekend: oneOf('weekend'),
  on: oneOf(
    'on | on the | the | by | by the | due | due on | due by | for | for the | @ | over the | at the',
  ),
  inside: oneOf('in | within | in about'),
  fromNow: oneOf('from now | from today | hence'),
  from: oneOf('from | after'),
  beforeDate: oneOf('before | prior to'),
  startOf: oneOf('start of | start of the | beginning of | beginning of the | at the start of | early'),
  middleOf: oneOf('mid | middle of | middle of the | mid of | in the middle of'),
  middleOfMonth: phrases(
    Object.fromEntries(Object.entries(months).map(([name, month]) => [`mid-${name}`, month])),
  ),
  endOf: oneOf(
    'end of | end of the | at the end of | at the end of the | by the end of | by the end of the | by end of | late | the end of | the end of the',
  ),
  endOfMonth: oneOf('eom'),
  endOfDay: oneOf('eod | by eod | end of day | by end of day | by the end of the day'),
  endOfWeek: oneOf('eow | by eow'),
  endOfYear: oneOf('eoy | by eoy'),
  of: oneOf('of'),

  at: oneOf('at | @ | around | at around | at about'),
  oClock: oneOf("o'clock | o’clock | oclock"),
  hours: phrases(
    places('one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve', 1),
  ),
  pastHour: phrases<number>({
    'half past': 30,
    'quarter past': 15,
    'a quarter past': 15,
    'quarter to': -15,
    'a quarter to': -15,
  }),
  between: oneOf('from'),
  noonAndMidnight: phrases({ noon: '12:00', midday: '12:00', midnight: '00:00' }),
  dayparts: phrases(dayparts),
  inTheDaypart: phrases({
    ...daypartsAfter('in the'),
    'at night': dayparts.night,
    'during the night': dayparts.night,
  }),
  todaysDaypart: phrases({ ...daypartsAfter('this'), tonight: dayparts.night, tonite: dayparts.night }),

  before: oneOf('before | prior | earlier | in advance | ahead | before due | early'),
  and: oneOf(', | and | & | , and | + | and the | , and the | , the | and on | or'),
  to: oneOf('- | – | to | through | until | till | thru'),
};
