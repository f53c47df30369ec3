import { Complaint } from '../../start/complaint.ts';
import type { Commands } from '../commands.ts';
import type { Share } from '../services.ts';
import type { World } from '../world.ts';

type Service = { revisions: number; image: string; traffic: Share[] };

/** What somebody would see of an installation, and how well each version of it does. */
export class FakeCluster {
  /** What was changed, in order, in a word or two. */
  readonly done: string[] = [];
  readonly said: string[] = [];
  readonly services = new Map<string, Service>();
  /** The part of answers of a tag's revisions that is bad. */
  readonly bad = new Map<string, number>();
  /** Commands that fail, by a pattern. */
  fails: RegExp[] = [];
  /** Answers of new revisions in each round of `npm run verify`. */
  answersARound = 20;
  deadLetters = 0;
  #helm = { revision: 7, tag: 'old', history: new Map([[7, 'old']]) };
  #rounds = 0;
  #clock = Date.parse('2026-11-22T12:00:00Z');
  /** Functions whose image differs from tag to tag. */
  readonly #changing: string[];
  constructor(services: string[], changing = services) {
    this.#changing = changing;
    for (const name of services)
      this.services.set(name, {
        revisions: 1,
        image: 'old',
        traffic: [{ latestRevision: true, percent: 100 }],
      });
  }

  get world(): World {
    return {
      commands: this.commands,
      say: (line) => this.said.push(line),
      pause: async (seconds) => {
        this.#clock += seconds * 1000;
      },
      now: () => new Date(this.#clock),
    };
  }

  readonly commands: Commands = {
    run: async (...command) => {
      await this.#call(command);
    },
    ask: (_, ...command) => this.#call(command),
  };

  async #call(command: string[]): Promise<string> {
    const line = command.join(' ');
    if (this.fails.some((pattern) => pattern.test(line))) throw new Complaint(`\`${line}\` failed`);
    const [program, verb, what, name = ''] = command;
    if (program === 'npm') this.#rounds++;
    if (line.startsWith('helm status')) return JSON.stringify({ version: this.#helm.revision });
    if (line.startsWith('helm upgrade')) this.#release(/image\.tag=(\S+)/.exec(line)![1]!, 'upgrade');
    if (line.startsWith('helm rollback')) this.#release(this.#helm.history.get(Number(name))!, 'rollback');
    if (verb === 'get' && what === '--raw')
      return this.#prometheus(new URL(name, 'http://k').searchParams.get('query')!);
    if (verb === 'get') return this.#list();
    if (verb === 'patch') this.#share(name, JSON.parse(command.at(-1)!).spec.traffic);
    if (verb === 'wait' && what !== undefined && this.done.at(-1) !== 'ready') this.done.push('ready');
    if (program === 'npm') this.done.push(line.includes('--namespace') ? 'verify' : 'travel');
    return '';
  }

  #release(tag: string, how: string): void {
    this.#helm.tag = tag;
    this.#helm.revision++;
    this.#helm.history.set(this.#helm.revision, tag);
    this.done.push(`${how} to ${tag}`);
    for (const name of this.#changing) {
      const service = this.services.get(name)!;
      if (service.image === tag) continue;
      service.image = tag;
      service.revisions++;
    }
  }

  #share(name: string, traffic: Share[]): void {
    this.services.get(name)!.traffic = traffic;
    const parts = traffic.map((part) =>
      'latestRevision' in part ? `newest ${part.percent}` : `${part.revisionName} ${part.percent}`,
    );
    this.done.push(parts.join(', '));
  }

  #list(): string {
    return JSON.stringify({
      items: [...this.services].map(([name, { revisions, traffic }]) => ({
        metadata: { name, annotations: { 'meta.helm.sh/release-name': 'zerodo' } },
        status: {
          latestReadyRevisionName: `${name}-${revisions}`,
          traffic: traffic.map((part) =>
            'latestRevision' in part
              ? { revisionName: `${name}-${revisions}`, latestRevision: true, percent: part.percent }
              : part,
          ),
        },
      })),
    });
  }

  #prometheus(query: string): string {
    const [, revisions] = /kn_revision_name=~"([^"]*)"/.exec(query) ?? [];
    const good = query.includes('_bucket');
    let value = 0;
    if (/^\d+$/.test(query)) value = Number(query);
    else if (query.includes('dead_letters')) value = Number(query.split(' ')[0]) - this.deadLetters;
    else if (revisions?.includes('-2')) {
      const bad = this.bad.get(this.#helm.tag) ?? 0;
      value = this.#rounds * this.answersARound * (good ? 1 - bad : 1);
    } else if (revisions !== undefined) value = 1000 * (good ? 1 - (this.bad.get('old') ?? 0) : 1);
    return JSON.stringify({
      status: 'success',
      data: { resultType: 'vector', result: value === 0 ? [] : [{ value: [0, String(value)] }] },
    });
  }
}
