import type { Observed } from '@zerodo/domain/observed';
import { expect, it } from 'vitest';
import { add, go, openPage, row } from './browser.ts';
import { violations } from './every-view.ts';
import { walks } from './walks.ts';

walks('the page of traces and metrics', ({ operatorAt, someone, complaints }) => {
  it('shows an operator the waterfall of a click, and what was counted', async () => {
    const page = await operatorAt('/observe');
    const tab = await openPage(page.context(), '/inbox');
    await add(tab, 'Planted words every day at 9am');
    const completes = tab.waitForRequest(/\/complete$/);
    await row(tab, 'Planted words').first().getByRole('checkbox').click();
    const [, trace] = (await completes).headers().traceparent!.split('-');
    await page.bringToFront();
    await page.locator('[data-trace]').first().click();
    await page.waitForURL(/\?trace=/);
    // Others do so much at once that it may be among the latest for a moment only.
    await go(page, `/observe?trace=${trace}`);
    const listed = page.getByRole('list').getByRole('button', { pressed: true });
    await listed.filter({ hasText: 'POST /tasks/{id}/complete' }).waitFor();

    const steps = page.getByRole('region', { name: /^Trace: POST/ }).getByRole('listitem');
    await steps.filter({ hasText: 'api-gateway' }).first().waitFor();
    await steps
      .filter({ hasText: 'task-complete' })
      .filter({ hasText: /begins after/ })
      .first()
      .waitFor();
    await steps.filter({ hasText: 'recurrence-spawn' }).first().waitFor({ timeout: 60_000 });
    // Whatever others do meanwhile, what is looked at stays, and the last in the list.
    for (let asked = 0; asked < 70; asked += 1) await tab.request.get('/api/v1/labels');
    await expect.poll(() => page.locator('[data-trace]').last().getAttribute('data-trace')).toBe(trace);
    await steps.filter({ hasText: 'recurrence-spawn' }).first().waitFor();
    const metrics = page.getByRole('region', { name: 'Metrics' });
    await metrics.getByText('tasks.completed').waitFor({ timeout: 30_000 });

    expect(await page.getByRole('main').innerText()).not.toContain('Planted words');
    expect(await violations(page, '/observe', 'everything')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, '/observe, dark', 'colours')).toEqual([]);
  });

  it('has metrics of how pages felt once they are left', async () => {
    const page = await operatorAt('/observe');
    const left = await openPage(page.context(), '/today');
    await left.goto('about:blank');

    await expect
      .poll(
        async () => {
          const answer = await page.request.get('/api/v1/observed');
          return ((await answer.json()) as Observed).metrics.map(({ name }) => name);
        },
        { timeout: 60_000 },
      )
      .toContain('browser.web_vital.ttfb');
  });

  it('is there for nobody else', async () => {
    const page = await someone('/inbox');

    expect(await page.getByRole('link', { name: 'Traces and metrics' }).count()).toBe(0);
    await page.goto('/observe');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('404 (Not Found)')]);
    expect((await page.request.get('/api/v1/observed')).status()).toBe(403);
  });
});
