import { CircleCheckBig, Sprout } from 'lucide-react';
import { Key } from '@/components/ui/key.tsx';

const examples = [
  'Call Ana tomorrow 16:00',
  'Water the plants every 3 days at 9am',
  'Pay rent every month on the 1st p1',
];

type Props = { anyDone: boolean; onExample(words: string): void };

/** Nothing open: a beginner is shown how to begin, everybody else that all is done. */
export function EmptyList({ anyDone, onExample }: Props) {
  const Icon = anyDone ? CircleCheckBig : Sprout;
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden className="size-7" />
      </span>
      <h2 className="mt-4 text-lg font-semibold">{anyDone ? 'All done' : 'Nothing to do yet'}</h2>
      <p className="mt-1 max-w-sm text-sm text-muted">
        {anyDone
          ? 'Whatever comes next, write it above.'
          : 'Write what you have to do, with when, as you would say it.'}
        <span className="pointer-coarse:hidden">
          {' '}
          Press <Key>q</Key> and type.
        </span>
      </p>
      {!anyDone && (
        <ul aria-label="Examples" className="mt-5 flex flex-col items-center gap-2">
          {examples.map((words) => (
            <li key={words} className="max-w-full">
              <button
                type="button"
                onClick={() => onExample(words)}
                className="max-w-full rounded-full border border-line bg-surface px-4 py-2 text-sm hover:border-accent hover:text-accent"
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
