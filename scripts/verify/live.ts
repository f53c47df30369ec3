import { Later, send } from './http.ts';

/** What the live stream says of a change: its type and what it is about. */
type Nudge = { type: string; taskId?: string };

/** Listens to `/api/v1/live` from `open` to `close`, and keeps what it hears. */
export class Live {
  readonly #heard: Nudge[] = [];
  readonly #closing = new AbortController();
  #ended = '';
  #lastAt = 0;

  async open(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<string> {
    const opening = AbortSignal.any([signal, this.#closing.signal]);
    const response = await send({ method: 'GET', url: `${url}/api/v1/live`, headers }, opening);
    const type = response.headers.get('content-type') ?? 'nothing';
    if (!type.startsWith('text/event-stream'))
      throw new Error(`the answer is ${type}, not a stream of events`);
    this.#read(response).catch((error: Error) => {
      this.#ended = error.message;
    });
    return 'the stream is open';
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (!line.startsWith('data: ')) continue;
        this.#heard.push(JSON.parse(line.slice(6)));
        this.#lastAt = performance.now();
      }
    }
    this.#ended = 'it ended';
  }

  /** @throws Later while it has not said so; Error once it cannot any more */
  said(type: string, taskId: string): string {
    if (this.#heard.some((one) => one.type === type && one.taskId === taskId)) return `heard ${type}`;
    const others = this.#heard.map((one) => one.type).join(', ') || 'nothing';
    if (this.#ended) throw new Error(`the stream broke off (${this.#ended}); heard ${others}`);
    throw new Later(`the stream said ${others}`);
  }

  /** Of how many tasks it has said so, and when it told of anything last (`performance.now()`, milliseconds). */
  told(type: string): { count: number; lastAt: number } {
    const tasks = new Set(this.#heard.filter((one) => one.type === type).map(({ taskId }) => taskId));
    return { count: tasks.size, lastAt: this.#lastAt };
  }

  close(): void {
    this.#closing.abort();
  }
}
