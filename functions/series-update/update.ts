import { checkVersion } from '@zerodo/domain/changes';
import { followingSeriesId } from '@zerodo/domain/ids';
import { Rejected } from '@zerodo/domain/rejected';
import { updateSeries } from '@zerodo/domain/series-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { checkAssignee } from '@zerodo/store/members';
import { holdSeriesOf, type OpenOccurrence, openOccurrences } from '@zerodo/store/occurrences';
import { knowPerson } from '@zerodo/store/people';
import { completionsOf, lockOwnSeries } from '@zerodo/store/series';
import { readSeries } from '@zerodo/store/series-lists';
import { type Changing, changeAll } from './change-all.ts';
import { changeFollowing, isFirst } from './change-following.ts';
import { changeThis } from './change-this.ts';

export const update = defineCommand({
  name: 'series-update',
  accepts: updateSeries,

  async handle({ data: { seriesId, version, scope = 'all', taskId, changes } }, context) {
    const { tx, now, newId, userId, person } = context;
    const series = await lockOwnSeries(tx, await wherever(seriesId), userId);
    if (series.id === seriesId) checkVersion(series, version);
    const { timezone, preferences } = await knowPerson(tx, person);
    if (changes.assigneeId) await checkAssignee(tx, changes.assigneeId, series.projectId);
    const open = await openOccurrences(tx, series.id, userId);
    const whose = { actor: userId, now: now(), newId, timezone, quietHours: preferences.quietHours };
    const completions = await completionsOf(tx, series.id);
    const changing: Changing = { series, open, changes, completions, whose };

    if (scope === 'this') {
      const events = await changeThis(tx, occurrence(open), changes, whose);
      return { answer: await readSeries(tx, series.id, userId), events };
    }
    const from = scope === 'following' && series.id === seriesId ? occurrence(open) : undefined;
    const splits = from && !(await isFirst(tx, series.id, from));
    const { id, events } = splits ? await changeFollowing(tx, changing, from) : await changeAll(tx, changing);
    return { answer: await readSeries(tx, id, userId), events };

    /** Asked again to split at the same occurrence, perhaps at this moment, the series is the one that was split off. */
    async function wherever(asked: string): Promise<string> {
      if (scope !== 'following' || !taskId) return asked;
      const belongsTo = await holdSeriesOf(tx, taskId);
      return belongsTo === followingSeriesId(asked, taskId) ? belongsTo : asked;
    }

    function occurrence(among: OpenOccurrence[]): OpenOccurrence {
      if (!taskId) throw new Rejected('invalid-request', 'taskId: say which occurrence is meant.');
      const found = among.find(({ task }) => task.id === taskId);
      if (found) return found;
      throw new Rejected(
        'task-not-recurring',
        'This task is no open occurrence of the series: choose one that is.',
      );
    }
  },
});
