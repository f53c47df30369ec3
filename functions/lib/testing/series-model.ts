// A task or a series as people see it, with nothing of how it is done.

export type Seen = { title: string; status: 'open' | 'completed' };

/** What people may expect of a task, daily or once: its occurrences, each as it is and as it was before its last change. */
export class SeriesModel {
  readonly occurrences: { now: Seen; before: Seen | null }[] = [];
  readonly repeats: boolean;
  constructor(repeats: boolean) {
    this.repeats = repeats;
    this.#next();
  }
  #next(): void {
    this.occurrences.push({ now: { title: 'Run', status: 'open' }, before: null });
  }
  change(at: number, to: Partial<Seen>): void {
    const one = this.occurrences[at]!;
    const { status } = one.now;
    [one.before, one.now] = [one.now, { ...one.now, ...to }];
    const isLast = this.repeats && at === this.occurrences.length - 1;
    if (status === 'open' && one.now.status === 'completed' && isLast) this.#next();
    // Opened again, it takes back what followed, unless somebody has touched that.
    const follower = this.occurrences[at + 1];
    if (status === 'completed' && one.now.status === 'open' && follower?.before === null)
      this.occurrences.pop();
  }
  undo(at: number): void {
    this.change(at, this.occurrences[at]!.before!);
  }
}
