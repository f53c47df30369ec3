import { oneOf, phrases, places, type Unit, unitNames, type Words, workdays } from './words.ts';

const fullWeekdays = places(
  'montag | dienstag | mittwoch | donnerstag | freitag | samstag sonnabend | sonntag',
  0,
);
const weekdays = { ...fullWeekdays, ...places('mo | di | mi | do | fr | sa | so', 0) };
const plural: Record<string, number[]> = {
  ...Object.fromEntries(Object.entries(fullWeekdays).map(([name, day]) => [`${name}s`, [day]])),
  werktags: workdays,
  wochentags: workdays,
};
const months = places(
  `januar jänner jan | februar feb | märz | april apr | mai | juni jun | juli jul | august aug
   | september sept sep | oktober okt | november nov | dezember dez`,
  1,
);
const ordinals: Record<string, number> = {
  letzten: -1,
  letzter: -1,
  letzte: -1,
  letztes: -1,
  vorletzten: -2,
};
['erst', 'zweit', 'dritt', 'viert', 'fünft', 'sechst'].forEach((stem, index) => {
  for (const ending of ['en', 'er', 'e', 'es']) ordinals[stem + ending] = index + 1;
});
const dayparts = {
  morgen: '09:00',
  früh: '09:00',
  vormittag: '09:00',
  mittag: '12:00',
  nachmittag: '12:00',
  abend: '19:00',
  nacht: '22:00',
};

const weekdayDayparts = Object.fromEntries(
  Object.entries(fullWeekdays).flatMap(([name, weekday]) =>
    Object.entries(dayparts).map(([part, time]) => [name + part, { weekday, time }]),
  ),
);

export const german: Words = {
  telling: new Set([
    ...Object.keys(fullWeekdays),
    ...Object.keys(plural),
    ...Object.keys(weekdayDayparts),
    ...(
      'jeden jede jedes alle täglich wöchentlich monatlich jährlich heute morgen übermorgen nächsten nächste nächstes ' +
      'diesen woche wochen tag tage tagen monat monate jahr stunden uhr um bis für vorher ab der den das dem am ' +
      'januar märz mai juni juli oktober dezember dez okt wochenende werktage werktagen ' +
      'ende anfang mitte des monats stündlich stunde halb halbe halben viertel anderthalb eineinhalb minuten einer ' +
      'einem mittag mittags morgens vormittags nachmittags abends nachts heiligabend silvester weihnachten neujahr ' +
      'von vom zum monatsende tagesende'
    ).split(' '),
  ]),
  doubtful: new Set(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so', 'mittag', 'mitternacht']),
  lowerCaseOnly: new Set(),
  notAfter: new Set(['guten', 'letzten', 'letzter', 'letztes', 'letzte', 'vergangenen']),
  measures: new Set(['euro', 'euros', 'cent', 'prozent', 'grad', 'personen', 'leute', 'punkte', 'kmh']),

  every: oneOf('jeden | jede | jedes | jeder | alle | aller'),
  everyDay: oneOf('tagtäglich'),
  other: oneOf('anderen | andere'),
  secondIsOther: true,
  adverbs: phrases<{ every: number; unit: Unit }>({
    stündlich: { every: 1, unit: 'hour' },
    täglich: { every: 1, unit: 'day' },
    wöchentlich: { every: 1, unit: 'week' },
    zweiwöchentlich: { every: 2, unit: 'week' },
    monatlich: { every: 1, unit: 'month' },
    vierteljährlich: { every: 3, unit: 'month' },
    quartalsweise: { every: 3, unit: 'month' },
    halbjährlich: { every: 6, unit: 'month' },
    jährlich: { every: 1, unit: 'year' },
  }),
  after: oneOf('nach'),
  starting: oneOf('ab | ab dem | von | vom | beginnend | beginnend am'),
  until: oneOf('bis | bis zum | bis einschließlich'),
  lasting: oneOf('für | für die nächsten'),
  times: oneOf('mal'),
  ofTheMonth: oneOf(
    'im monat | des monats | jeden monats | jedes monats | eines monats | jeden monat | eines jeden monats',
  ),
  ofEveryMonth: oneOf('jeden monats | jedes monats | jeden monat | eines jeden monats'),
  fromCompletion: oneOf('nach erledigung | nach dem erledigen | nach abschluss | nach fertigstellung'),

  numbers: phrases(
    places(
      'ein eine einem einen einer | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf',
      1,
    ),
  ),
  amounts: phrases<{ count: number; unit: Unit }>({
    'einer halben stunde': { count: 30, unit: 'minute' },
    'eine halbe stunde': { count: 30, unit: 'minute' },
    'halbe stunde': { count: 30, unit: 'minute' },
    'einer viertelstunde': { count: 15, unit: 'minute' },
    'eine viertelstunde': { count: 15, unit: 'minute' },
    'einer dreiviertelstunde': { count: 45, unit: 'minute' },
    'eine dreiviertelstunde': { count: 45, unit: 'minute' },
    'anderthalb stunden': { count: 90, unit: 'minute' },
    'eineinhalb stunden': { count: 90, unit: 'minute' },
  }),
  units: unitNames(
    'minute minuten min | stunde stunden std h | tag tage tagen | woche wochen | monat monate monaten monats | quartal quartale | jahr jahre jahren',
  ),
  ordinals: phrases(ordinals),
  ordinalSuffix: /^(\d{1,2})(?:ten|te|ter)$/,

  weekdays: phrases(weekdays),
  weekdayDayparts: phrases(weekdayDayparts),
  everyWeekday: phrases(plural),
  dayGroups: phrases<number[]>({
    werktag: workdays,
    werktage: workdays,
    werktagen: workdays,
    arbeitstage: workdays,
    arbeitstagen: workdays,
    arbeitstag: workdays,
    wochentag: workdays,
    wochenende: [5],
  }),
  day: oneOf('tag'),
  months: phrases(months),
  holidays: phrases<[number, number]>({
    neujahr: [1, 1],
    silvester: [12, 31],
    heiligabend: [12, 24],
    weihnachten: [12, 25],
    nikolaustag: [12, 6],
    nikolaus: [12, 6],
    valentinstag: [2, 14],
    halloween: [10, 31],
  }),

  relativeDays: phrases<number>({ heute: 0, morgen: 1, übermorgen: 2 }),
  next: oneOf('nächsten | nächste | nächster | nächstes | am nächsten'),
  this: oneOf('diesen | diese | dieses | dieser | kommenden | am kommenden'),
  weekend: oneOf('wochenende'),
  on: oneOf(
    'am | an | den | der | bis | bis zum | zum | fällig | fällig am | für | an den | übers | über das',
  ),
  inside: oneOf('in'),
  fromNow: oneOf('ab jetzt | ab heute'),
  from: oneOf('ab | nach'),
  beforeDate: oneOf('vor | vor dem | vor der'),
  startOf: oneOf('anfang | anfang des'),
  middleOf: oneOf('mitte | mitte des'),
  middleOfMonth: phrases({}),
  endOf: oneOf('ende | ende des | ende der | am ende des | bis ende'),
  endOfMonth: oneOf('monatsende'),
  endOfDay: oneOf('tagesende | bis tagesende'),
  endOfWeek: oneOf('ende der woche'),
  endOfYear: oneOf('jahresende'),
  of: oneOf('im | des'),

  at: oneOf('um | gegen | @ | ab'),
  oClock: oneOf('uhr'),
  hours: phrases(
    places('ein eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf', 1),
  ),
  pastHour: phrases<number>({ halb: -30, 'viertel nach': 15, 'viertel vor': -15, dreiviertel: -15 }),
  between: oneOf('von'),
  noonAndMidnight: phrases({ mittag: '12:00', mittags: '12:00', mitternacht: '00:00' }),
  dayparts: phrases(dayparts),
  inTheDaypart: phrases({
    'am morgen': '09:00',
    'am vormittag': '09:00',
    'am nachmittag': '12:00',
    'am abend': '19:00',
    abends: '19:00',
    morgens: '09:00',
    vormittags: '09:00',
    nachmittags: '12:00',
    nachts: '22:00',
    'in der nacht': '22:00',
    'in der früh': '09:00',
  }),
  todaysDaypart: phrases({
    'heute morgen': '09:00',
    'heute früh': '09:00',
    'heute vormittag': '09:00',
    'heute mittag': '12:00',
    'heute nachmittag': '12:00',
    'heute abend': '19:00',
    'heute nacht': '22:00',
  }),

  before: oneOf('vorher | davor | früher | zuvor'),
  and: oneOf(', | und | & | , und | und am | und den'),
  to: oneOf('- | – | bis'),
};
