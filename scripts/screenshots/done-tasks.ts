import { inDays, zone } from './days.ts';
import { projects } from './open-tasks.ts';

const { inbox, home, reading, study } = projects;

const titles: [project: number, ...titles: string[]][] = [
  [
    home,
    'Clean the windows',
    'Water the tomatoes',
    'Descale the kettle',
    'Fix the garden gate',
    'Take out the glass',
  ],
  [study, 'Write up the lecture', 'Read chapter 3', 'Solve the exercises', 'Meet the study group'],
  [reading, 'Read for half an hour', 'Return what was borrowed', 'Finish the essay on Pessoa'],
  [
    inbox,
    'Buy vegetables',
    'Answer Lena',
    'Pay the dentist',
    'Pick up the shoes',
    'Call home',
    'Back up the laptop',
  ],
];

/** The same numbers from 0 to 1 in every run. */
function* chances(): Generator<number, never> {
  for (let state = 20_260_101; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** So many months of everyday life, in days. */
const length = 340;

/** What was done, as the document of an account has it: more on weekdays, a fortnight of holidays, four of five in time. */
export function doneTasks(firstNumber: number): object[] {
  const chance = chances();
  const next = () => chance.next().value;
  const done: object[] = [];
  for (let ago = length; ago >= 0; ago--) {
    const weekday = new Date(`${inDays(-ago)}T00:00:00Z`).getUTCDay();
    const away = ago > 95 && ago < 110;
    const most = away ? 0.4 : weekday === 0 || weekday === 6 ? 2 : 5;
    const count = ago === 0 ? 3 : Math.round(next() * most);
    for (let n = 0; n < count; n++) {
      const [project, ...choice] = titles[Math.floor(next() * titles.length)]!;
      const late = next() > 0.8 ? 1 : 0;
      // It is morning: what was done today was done a moment ago.
      const minutes = ago === 0 ? -20 * n : 95 * n;
      const at = new Date(Date.now() - ago * 86_400_000 + minutes * 60_000);
      done.push({
        id: firstNumber + done.length,
        project,
        title: choice[Math.floor(next() * choice.length)],
        status: 'completed',
        due: { date: inDays(-ago - late), time: null, timezone: zone, floating: false },
        createdAt: new Date(at.getTime() - 4 * 86_400_000).toISOString(),
        completedAt: at.toISOString(),
      });
    }
  }
  return done;
}
