/**
 * What has to be stopped, in the reverse order of its start. What is added after the stop has begun is stopped at once, so
 * that a step interrupted half-way leaves nothing.
 */
export class Teardown {
  private readonly undo: { name: string; run: () => Promise<unknown> | unknown }[] = [];
  private over = false;

  add(name: string, run: () => Promise<unknown> | unknown): void {
    this.undo.push({ name, run });
    if (this.over) void this.run();
  }

  async run(): Promise<void> {
    this.over = true;
    for (let next = this.undo.pop(); next; next = this.undo.pop()) {
      try {
        await next.run();
      } catch (error) {
        console.error(
          `  ${next.name} did not stop cleanly: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  }
}
