import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { liveAYear } from './a-year.ts';
import { go } from './browser.ts';
import { violations } from './every-view.ts';
import { walks } from './walks.ts';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const counted = { timeout: 90_000 };

walks('the statistics', ({ url, someone: somebody }) => {
  // In UTC as the tasks are: a day is the same day for all of them.
  const someone = (view?: string, options?: BrowserContextOptions) =>
    somebody(view, { timezoneId: 'UTC', ...options });

  const completedIn = async (page: Page) => {
    const from = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10);
    const answer = await page.request.get(`/api/v1/stats?from=${from}`);
    return (await answer.json()).totals.completed as number;
  };

  it('say what to do while there are none, and count a task as soon as it is completed', async () => {
    const page = await someone('/today');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor();
    await expect.poll(() => page.title()).toBe('Statistics · Zerodo');

    // Somewhere else, as another device would.
    const headers = { origin: url };
    const made = await page.request.post('/api/v1/tasks', { headers, data: { title: 'Buy milk' } });
    const { id } = await made.json();
    await page.request.post(`/api/v1/tasks/${id}/complete`, { headers, data: {} });

    const headline = page.getByRole('region', { name: 'In short' });
    await headline.getByText('1 day', { exact: true }).waitFor(counted);
    await page.getByText('Your longest so far').waitFor();
    await page.getByText('1 completed in twelve months').waitFor();
  });

  it('tell a year by mouse, by keyboard and as tables', async () => {
    const page = await someone();
    const done = await liveAYear(page, 6);
    await expect.poll(() => completedIn(page), counted).toBe(done);
    await go(page, '/statistics');

    // By keyboard: one stop, arrows go from day to day, and each says what it stands for.
    const perDay = page.getByRole('slider', { name: /^Completed per day/ });
    await perDay.focus();
    await expect.poll(() => perDay.getAttribute('aria-valuetext')).toMatch(/: 3 completed$/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => perDay.getAttribute('aria-valuetext')).toMatch(/: 0 completed$/);
    await page.keyboard.press('Home');
    await expect.poll(() => perDay.getAttribute('aria-valuenow')).toBe('1');

    // The map goes by days and by weeks.
    const map = page.getByRole('slider', { name: /^The last twelve months/ });
    await map.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('358');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('357');

    // Who points sees the same.
    const box = (await perDay.boundingBox())!;
    await perDay.hover({ position: { x: box.width - 8, y: box.height / 2 } });
    await page.getByText('3 completed', { exact: true }).waitFor();

    // Behind every picture is a table, which can be shown.
    const weekdays = card(page, 'By weekday');
    expect(await weekdays.getByRole('row').count()).toBe(8);
    await weekdays.getByRole('button', { name: 'Show as table: By weekday' }).click();
    await weekdays.getByRole('slider').waitFor({ state: 'detached' });
    await weekdays.getByRole('rowheader', { name: 'Monday' }).waitFor();

    // A year, then one project of it; the address knows both.
    // The address says what is chosen, and comes back a moment after the click.
    await page.getByRole('radio', { name: 'Year' }).click();
    await page.getByRole('heading', { name: 'Completed per week' }).waitFor();
    const headline = page.getByRole('region', { name: 'In short' });
    await headline.getByText(String(done), { exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Garden' });
    const projects = card(page, 'By project').getByRole('list');
    await projects.getByText('House').waitFor({ state: 'detached' });
    await projects.getByText('Garden').waitFor();
    await page.reload();
    await projects.getByText('Garden').waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'Year' }).isChecked()).toBe(true);
  });

  it('are told by axe to be for everybody, in light and dark, on a desk and on a phone', async () => {
    const page = await someone('/inbox', { colorScheme: 'light' });
    const done = await liveAYear(page, 12);
    await expect.poll(() => completedIn(page), counted).toBe(done);
    for (const size of [
      { width: 1280, height: 900 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(size);
      await go(page, '/statistics');
      await page.getByRole('slider').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      expect(await violations(page, `${size.width} px`, 'everything')).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Show as table: The last twelve months' }).click();
    await page.getByRole('table', { name: 'The last twelve months as a table' }).waitFor();
    expect(await violations(page, 'dark, with a table', 'colours')).toEqual([]);
  });
});
