const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-task]')];

const buttonOf = (row: HTMLElement | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('[data-open-task]') ?? null;

const currentRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-task]') ?? null;

/** The id of the task whose row has the focus. */
export const focusedTask = (): string | null => currentRow()?.dataset.task ?? null;

/** Of lists that draw only what can be seen: the ids of all. */
const orders = new WeakMap<Element, readonly string[]>();
export const keepOrder = (list: Element, ids: readonly string[]): void => void orders.set(list, ids);

/** The ids of the rows, in the order that they are shown, also of those that are out of sight. */
export const shownTasks = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-virtual], [data-task]:not([data-virtual] *)')].flatMap(
    (element) => orders.get(element) ?? element.dataset.task ?? [],
  );

/** Moves the focus `by` rows; from outside the list to its first row. */
export function moveFocus(by: 1 | -1): void {
  const all = rows();
  const current = currentRow();
  const index = current ? all.indexOf(current) + by : 0;
  const button = buttonOf(all[Math.max(0, Math.min(index, all.length - 1))]);
  button?.focus();
  button?.scrollIntoView({ block: 'nearest' });
}

/** The row after the one of a task, else the one before it. */
export function rowBeside(id: string): HTMLElement | null {
  const all = rows();
  const index = all.findIndex((row) => row.dataset.task === id);
  return index < 0 ? null : (buttonOf(all[index + 1]) ?? buttonOf(all[index - 1]));
}

/** Keeps the place of the focus when the focused row is about to leave its group: the next row gets it. */
export function passFocusOn(id: string): void {
  if (focusedTask() === id) rowBeside(id)?.focus();
}

export const rowButton = (id: string): HTMLElement | null =>
  buttonOf(rows().find((row) => row.dataset.task === id));

/** Frames after which a moved task is drawn at its new place, at the latest. */
const patience = 40;

/** The focus goes with the task that was moved, which is drawn anew elsewhere, unless it went elsewhere. */
export function followFocus(id: string): void {
  let frames = 0;
  const look = () => {
    const { activeElement: focused } = document;
    const button = rowButton(id);
    if (focused === document.body) {
      button?.focus();
      button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (focused !== button) return;
    if (++frames < patience) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
