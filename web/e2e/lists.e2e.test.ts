import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, asPeople, openView, reload, row } from './browser.ts';
import { day } from './days.ts';
import { openTask } from './panel.ts';
import { walks } from './walks.ts';

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** Makes tasks over the API, as the person of the page. */
const make = (page: Page, bodies: object[]) =>
  page.evaluate(async (tasks) => {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const task of tasks) {
      const answer = await fetch('/api/v1/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ timezone, ...task }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    }
  }, bodies);

walks('the lists', ({ someone }) => {
  it('of what is to come go on as far as anything is planned', async () => {
    const page = await someone('/upcoming');
    await page.evaluate(
      async (days) => {
        const rows = days.map((date, index) => `Visit ${index + 1},${date}`);
        const answer = await fetch('/api/v1/import?format=csv', {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: `title,due\n${rows.join('\n')}\n`,
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      Array.from({ length: 130 }, (_, index) => day(index * 3 + 1)),
    );
    await reload(page);
    await row(page, 'Visit 1').first().waitFor();
    expect(await page.getByText('Visit 130', { exact: true }).count()).toBe(0);

    await page.getByText('Visit 100', { exact: true }).scrollIntoViewIfNeeded();
    await page.getByText('Visit 130', { exact: true }).scrollIntoViewIfNeeded();
    await page.getByText('Visit 130', { exact: true }).click();
    await page.getByRole('dialog', { name: 'Task' }).waitFor();
  });

  it('of what is done say when it was, and give it back', async () => {
    const page = await someone('/inbox');
    for (const title of ['One', 'Two']) {
      await add(page, title);
      await row(page, title).getByRole('checkbox').click();
      await row(page, title).waitFor({ state: 'detached' });
    }
    await page.getByRole('link', { name: 'Completed' }).click();
    await region(page, 'Today').getByText('Two').waitFor();
    await row(page, 'One', 'Reopen').getByRole('checkbox').click();
    await row(page, 'One', 'Reopen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await row(page, 'One', 'Reopen').waitFor();
  });

  it('of what repeats end a series and edit one', async () => {
    const page = await someone('/recurring');
    await add(page, 'Water the plants every 3 days at 9am');
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Water the plants' });
    await line.getByText('Every 3 days at 09:00').waitFor();
    const panel = await openTask(page, 'Water the plants');
    await panel.getByRole('combobox', { name: 'Repeat' }).selectOption('FREQ=DAILY');
    await line.getByText('Every day at 09:00').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Actions for Water the plants' }).click(asPeople);
    await page.getByRole('menuitem', { name: 'End' }).click();
    await line.getByText('Ended', { exact: true }).waitFor();
    await openView(page, '/inbox');
    await row(page, 'Water the plants').waitFor();
  });

  it('ask for which occurrences a rule is meant only where several are there', async () => {
    const page = await someone('/inbox');
    const due = { date: day(0) };
    const recurrence = { rrules: ['FREQ=DAILY'], mode: 'schedule' };
    await make(page, [
      { title: 'One at a time', due, recurrence },
      { title: 'By the calendar', due, recurrence: { ...recurrence, spawn: 'schedule' } },
    ]);
    const asks = async (title: string) => {
      await row(page, title).first().waitFor();
      const panel = await openTask(page, title);
      await panel
        .getByRole('region', { name: 'Repeat' })
        .getByRole('button', { name: 'Change the rule' })
        .click();
      const rule = panel.getByRole('form', { name: 'When it repeats' });
      await rule.getByRole('button', { name: 'Save the rule' }).waitFor();
      const choices = await rule.getByRole('combobox', { name: /^For/ }).count();
      return { rule, choices };
    };
    expect((await asks('One at a time')).choices).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Task' }).waitFor({ state: 'detached' });

    const { rule, choices } = await asks('By the calendar');
    expect(choices).toBe(1);
    await rule.getByRole('combobox', { name: /^For/ }).selectOption('all');
    await rule.getByRole('spinbutton', { name: 'How many' }).fill('2');
    await rule.getByRole('button', { name: 'Save the rule' }).click();
    await page
      .getByRole('region', { name: 'Repeat' })
      .getByText(/every 2 days/i)
      .waitFor();
  });

  it('have a message with a way back for every change', async () => {
    const page = await someone('/inbox');
    await add(page, 'Call Ana');
    const panel = await openTask(page, 'Call Ana');
    const back = async (fact: () => Promise<unknown>) => {
      await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
      await fact();
    };
    await panel.getByText('High').click();
    await panel.getByRole('radio', { name: 'High', checked: true }).waitFor();
    await back(() => panel.getByRole('radio', { name: 'None', checked: true }).waitFor());

    await panel.getByRole('button', { name: 'Tomorrow', exact: true }).click();
    await row(page, 'Call Ana').getByText('Tomorrow').waitFor();
    await back(() => row(page, 'Call Ana').getByText('Tomorrow').waitFor({ state: 'detached' }));

    await panel.getByRole('textbox', { name: 'Title' }).fill('Call Jo');
    await panel.getByRole('textbox', { name: 'Title' }).press('Enter');
    await row(page, 'Call Jo').waitFor();
    await back(() => row(page, 'Call Ana').waitFor());
  });
});
