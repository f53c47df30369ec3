import { clsx } from 'clsx';

export type Table = {
  /** Names of the columns; the first is of what each row is about. */
  head: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
};

type Props = Table & { label: string; seen: boolean };

/** The numbers behind a picture; who cannot see always has them, whoever asks does too. */
export function DataTable({ label, head, rows, seen }: Props) {
  return (
    <section
      // What scrolls has to be reached by keyboard, and then needs a name.
      {...(seen && { tabIndex: 0, 'aria-label': label })}
      className={clsx(seen ? 'max-h-96 overflow-auto rounded-lg border border-line' : 'sr-only')}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {head.map((name, at) => (
              <th
                key={name}
                scope="col"
                className={clsx('px-3 py-2 font-medium', at === 0 ? 'text-left' : 'text-right')}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key} className="border-t border-line first:border-t-0">
              <th scope="row" className="px-3 py-1.5 text-left font-normal [overflow-wrap:anywhere]">
                {name}
              </th>
              {values.map((value, at) => (
                <td key={head[at + 1]} className="px-3 py-1.5 text-right tabular-nums">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
