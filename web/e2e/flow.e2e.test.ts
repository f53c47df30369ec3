import { randomUUID } from 'node:crypto';
import type { Flow } from '@zerodo/domain/flow';
import { connect } from '@zerodo/store/sql';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { checking } from './axe.ts';
import { add, openPage, row } from './browser.ts';
import { violations } from './every-view.ts';
import { walks } from './walks.ts';

const picture = (page: Page) => page.getByRole('img', { name: /^Events on their way/ });
const path = (page: Page) => page.getByRole('region', { name: 'Path' });
const letters = (page: Page) => page.getByRole('region', { name: 'Dead letters' });

/** The traces of what has been done to a task, as the page is told of them. */
async function tracesOf(page: Page, taskId: string, type: string): Promise<string[]> {
  const answer = await page.request.get('/api/v1/flow');
  const { events } = (await answer.json()) as Flow;
  return events
    .filter((event) => event.subject === taskId && event.type === type)
    .map(({ traceId }) => traceId!);
}

/** A dead letter for a function that takes it, unless its data is spoilt. */
async function aDeadLetter(data: object): Promise<string> {
  const sql = connect(inject('zerodoOwnerUrl')!, { max: 1 });
  const id = randomUUID();
  const attributes = {
    specversion: '1.0',
    id: randomUUID(),
    source: '/zerodo/task-complete',
    type: 'dev.zerodo.task.completed.v1',
    userid: randomUUID(),
    datacontenttype: 'application/json',
  };
  const reason = { knativeerrordest: 'http://x', knativeerrorcode: '503', reason: id };
  await sql`
    insert into dead_letters (id, subscription, reason, attributes, data)
    values (${id}, 'Trigger/stats-record', ${sql.json(reason)}, ${sql.json(attributes)}, ${sql.json(data as never)})
  `;
  await sql.end();
  return id;
}

walks('the flow page', ({ someone, operatorAt, complaints }) => {
  it('shows an operator the way from a click to the next occurrence', async () => {
    const page = await operatorAt('/flow');
    await picture(page).waitFor();
    const tab = await openPage(page.context(), '/inbox');
    const title = `Water ${randomUUID().slice(0, 8)}`;
    const made = tab.waitForResponse(
      (response) => response.request().method() === 'POST' && /\/tasks$/.test(response.url()),
    );
    await add(tab, `${title} every day at 9am`);
    const { id } = (await (await made).json()) as { id: string };
    await row(tab, title).getByRole('checkbox').click();

    let trace: string | undefined;
    await expect
      .poll(
        async () => {
          [trace] = await tracesOf(page, id, 'dev.zerodo.task.completed.v1');
          return trace;
        },
        { timeout: 60_000 },
      )
      .toBeDefined();
    await page.bringToFront();
    await page.getByLabel('Show', { exact: true }).selectOption('function recurrence-spawn');
    await page.locator(`[data-trace="${trace}"]`).click();

    const steps = path(page).getByRole('listitem');
    await steps.filter({ hasText: 'task-complete' }).filter({ hasText: 'complete-task' }).first().waitFor();
    await steps.filter({ hasText: 'task.completed announced' }).waitFor();
    await steps
      .filter({ hasText: 'recurrence-spawn' })
      .filter({ hasText: /warm|cold/ })
      .first()
      .waitFor();
    await steps.filter({ hasText: 'task.created announced' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(title);
  });

  it('sends a dead letter again, and keeps what is refused again with what was answered', async () => {
    const page = await operatorAt('/flow');
    await picture(page).waitFor();
    const spoilt = await aDeadLetter({});
    const line = letters(page).getByRole('listitem').filter({ hasText: spoilt });
    await line.getByText('for stats-record').waitFor();
    await line.getByRole('button', { name: 'Send again: task.completed to stats-record' }).click();
    await page.getByText('Refused again: 422 invalid-request').waitFor();
    await line.waitFor();

    const sql = connect(inject('zerodoOwnerUrl')!, { max: 1 });
    const [known] = await sql`select data from events where type = 'dev.zerodo.task.completed.v1' limit 1`;
    await sql`update dead_letters set data = ${sql.json(known!.data)} where id = ${spoilt}`;
    await line.getByRole('button', { name: /^Send again/ }).click();
    await line.waitFor({ state: 'detached' });
    const [action] = await sql`
      select outcome from operator_actions where subject = ${spoilt} order by id desc limit 1
    `;
    await sql.end();
    expect(action).toEqual({ outcome: 'taken' });
  });

  it('shows two hundred dead letters at a time, and says how many there are', async () => {
    const sql = connect(inject('zerodoOwnerUrl')!, { max: 1 });
    await sql`
      insert into dead_letters (subscription, reason, attributes, data, failed_at)
      select 'Trigger/long-gone', '{}', jsonb_build_object('id', n::text, 'type', 'dev.zerodo.task.created.v1'), '{}', now() - interval '1 day'
      from generate_series(1, 205) n
    `;
    const page = await operatorAt('/flow');
    await letters(page).getByText('The oldest 200 of 205').waitFor();
    await letters(page).getByRole('button', { name: 'Show more' }).click();
    await letters(page).getByText('The oldest').waitFor({ state: 'detached' });
    expect(await letters(page).getByRole('listitem').count()).toBe(205);
    await sql`delete from dead_letters where subscription = 'Trigger/long-gone'`;
    await sql.end();
  });

  it('says how the parts of the installation are', async () => {
    const page = await operatorAt('/flow');
    await page.locator('summary', { hasText: 'Health' }).click();
    const parts = page.getByRole('table', { name: 'Parts' });
    await parts.getByRole('row', { name: /^Postgres \d+.* connections/ }).waitFor();
    await parts.getByRole('row', { name: /^Log .* relay done/ }).waitFor();
    await parts.getByRole('row', { name: /^recurrence-spawn/ }).waitFor();
    expect(await violations(page, '/flow', 'everything')).toEqual([]);
  });

  it('stops when it is told to, and goes on', async () => {
    const page = await operatorAt('/flow');
    await picture(page).waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
  });

  it('is not there for anybody else', async () => {
    const page = await someone('/inbox');
    expect(await page.getByRole('link', { name: 'Flow' }).count()).toBe(0);
    await page.goto('/flow');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('404 (Not Found)')]);
    for (const [method, address] of [
      ['get', '/api/v1/flow'],
      ['get', '/api/v1/dead-letters'],
      ['get', '/api/v1/health/parts'],
    ] as const) {
      expect((await page.request[method](address)).status()).toBe(403);
    }
  });

  it('has nothing that axe objects to', async () => {
    await aDeadLetter({});
    const page = await operatorAt('/flow');
    const { check, nothingFound } = checking(page);
    await picture(page).waitFor();
    await letters(page).getByRole('listitem').first().waitFor();
    await check('flow', 'light', 'dark', 'phone');
    nothingFound();
  });

  it('fits a phone, the list first', async () => {
    const page = await operatorAt('/flow', {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    });
    await picture(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const [list, drawn] = await Promise.all(
      [page.getByRole('region', { name: 'Latest events' }), picture(page)].map((one) => one.boundingBox()),
    );
    expect(list!.y).toBeLessThan(drawn!.y);
  });
});
