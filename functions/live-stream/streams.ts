import { randomUUID } from 'node:crypto';
import { inboxId } from '@zerodo/domain/ids';
import { kafkaAddress } from '@zerodo/log/kafka-address';
import { type Log, type LogEvent, openLog, type Stoppable } from '@zerodo/log/log';
import type { EdgeContext } from '@zerodo/runtime/edge';
import { watch } from '@zerodo/runtime/telemetry/record';
import { beginStep, SpanKind } from '@zerodo/runtime/trace';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { projectsOf } from '@zerodo/store/projects';
import { transaction } from '@zerodo/store/transaction';
import { Backlog } from './backlog.ts';
import { bookmark, heartbeat, type Nudge, nudgeOf, type ProjectNudge, reset } from './nudge.ts';
import type { Stream } from './stream.ts';

const beatMs = 15_000;
const checkMs = 2 * 60_000;
/** Who has missed more than this is quicker when reading everything again. */
const replayed = 1_000;
/** As many pages as somebody has open, with room; each is a connection and memberships to read. */
const perPerson = 20;

/** All streams of this process: what they hear, and whether they still may. */
export class Streams {
  readonly #context: EdgeContext;
  readonly #open = new Set<Stream>();
  /** How many streams each person has, those that are only being opened included. */
  readonly #held = new Map<string, number>();
  readonly #backlog = new Backlog(`start-${randomUUID()}`);
  #log: Log | undefined;
  #following: Promise<Stoppable> | undefined;
  #beat: NodeJS.Timeout | undefined;
  /** How often somebody came or went, anywhere. */
  #membershipChanges = 0;

  constructor(context: EdgeContext) {
    this.#context = context;
    watch('live.streams', {}, () => this.#open.size);
    context.stopping.addEventListener('abort', () => void this.#close(), { once: true });
  }

  /** Takes a place for a stream of this person, until `remove`; false when all are taken. */
  hold({ userId }: Stream): boolean {
    const held = this.#held.get(userId) ?? 0;
    if (held >= perPerson) return false;
    this.#held.set(userId, held + 1);
    return true;
  }

  /**
   * Tells the stream what came after `lastId`, and from then on whatever it may hear.
   *
   * @throws Unavailable when memberships or the log cannot be read
   */
  async add(stream: Stream, lastId: string | undefined): Promise<void> {
    await this.#follow();
    // Who comes or goes while they are read is not yet told to this stream.
    let changes: number;
    do {
      changes = this.#membershipChanges;
      await this.#readMemberships(stream);
    } while (changes !== this.#membershipChanges);
    if (this.#context.stopping.aborted) return stream.end();
    stream.write(bookmark(this.#backlog.last));
    if (lastId) {
      const missed = this.#backlog.after(lastId)?.filter((nudge) => stream.mayHear(nudge));
      if (!missed || missed.length > replayed) stream.write(reset(this.#backlog.last));
      else for (const { frame } of missed) stream.write(frame);
    }
    // Its reader may have left while the memberships were read.
    if (stream.isOpen) this.#open.add(stream);
  }

  remove(stream: Stream): void {
    this.#open.delete(stream);
    const left = this.#held.get(stream.userId)! - 1;
    if (left > 0) this.#held.set(stream.userId, left);
    else this.#held.delete(stream.userId);
  }

  /** The log is followed from the first stream on: without streams there is nobody to tell. */
  #follow(): Promise<Stoppable> {
    const { config, log } = this.#context;
    this.#log ??= openLog({
      databaseUrl: config.ZERODO_WORKER_DATABASE_URL!,
      kafka: kafkaAddress(config),
      onError: ({ message }) => log.warn({ reason: message }, 'the log is not reached'),
    });
    this.#following ??= this.#log
      .follow(
        ['task-updates'],
        (event) => this.#hear(event),
        () => this.#startOver(),
      )
      .catch((error) => {
        this.#following = undefined;
        throw error;
      });
    this.#beat ??= setInterval(() => this.#sweep(), beatMs);
    return this.#following;
  }

  #hear(event: LogEvent): void {
    const nudge = nudgeOf(event, this.#context.now().getTime());
    this.#backlog.add(nudge);
    if ('members' in nudge) this.#membershipChanges++;
    let told = 0;
    for (const stream of this.#open) {
      if (stream.mayHear(nudge)) {
        stream.write(nudge.frame);
        told++;
      } else if (mayBeNew(stream, nudge)) void this.#tellMember(stream, nudge);
      if ('members' in nudge && stream.projects.has(nudge.projectId)) this.#checkStays(stream, nudge);
    }
    if (told > 0) noteTold(event, told);
  }

  /** Who is no member any more hears so, and nothing after that; a role that changed changes nothing here. */
  #checkStays(stream: Stream, nudge: ProjectNudge): void {
    if (nudge.members?.includes(stream.userId)) return;
    stream.leave(nudge.projectId);
    // The event may be an old one: the rows know whether he has come back since. What came until they are read is made up for.
    void this.#tellMember(stream, nudge);
  }

  /** Tells whom the rows know as a member, who from now on hears of the project. */
  async #tellMember(stream: Stream, nudge: Nudge): Promise<void> {
    try {
      await this.#readMemberships(stream);
      if (stream.mayHear(nudge)) stream.write(nudge.frame);
    } catch {
      // Cannot be read now: whoever comes back reads everything again.
      stream.end();
    }
  }

  #startOver(): void {
    this.#backlog.restart(`start-${randomUUID()}`);
    for (const stream of this.#open) stream.write(reset(this.#backlog.last));
  }

  #sweep(): void {
    const now = this.#context.now().getTime();
    for (const stream of this.#open) {
      if (now >= stream.endsAt) {
        stream.end();
        continue;
      }
      stream.write(heartbeat);
      if (now - stream.checkedAt < checkMs) continue;
      stream.checkedAt = now;
      void this.#check(stream);
    }
  }

  /** Ends the stream of somebody who may not be here any more; trouble on our side ends nothing. */
  async #check(stream: Stream): Promise<void> {
    try {
      const { userId } = await this.#context.exchange(stream.credentials);
      if (userId === stream.userId) await this.#readMemberships(stream);
      else stream.end();
    } catch (error) {
      if (error instanceof Unreadable) stream.end();
    }
  }

  /** Resolves when the stream has what this reading found, or a later one. */
  #readMemberships(stream: Stream): Promise<void> {
    const { userId } = stream;
    const found = transaction(this.#context.worker(), { worker: 'live-stream' }, (tx) =>
      projectsOf(tx, userId),
    );
    const reading: Promise<void> = found.then((projects) => {
      if (stream.reading !== reading) return stream.reading;
      // The inbox is everybody's own even before the first command has made it.
      stream.projects = new Set([...projects, inboxId(userId)]);
    });
    stream.reading = reading;
    return reading;
  }

  async #close(): Promise<void> {
    clearInterval(this.#beat);
    for (const stream of this.#open) stream.end();
    const following = await this.#following?.catch(() => undefined);
    await following?.stop();
    await this.#log?.close();
  }
}

/** Somebody did something in a project that this stream has not heard of, or was let in. */
const mayBeNew = (stream: Stream, nudge: Nudge): boolean =>
  'actor' in nudge && (nudge.actor === stream.userId || (nudge.members?.includes(stream.userId) ?? false));

/** The end of a trace: what somebody's click has brought about is on the pages that show it. */
function noteTold({ attributes }: LogEvent, streams: number): void {
  const { traceparent: parent, type = '' } = attributes;
  const step = beginStep('tell pages', {
    parent,
    kind: SpanKind.CONSUMER,
    attributes: { 'cloudevents.event_type': type, 'live.streams': streams },
  });
  step.end();
}
