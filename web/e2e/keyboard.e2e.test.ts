import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, row } from './browser.ts';
import { focused, focusIsAt, focusIsKept, press, tabTo } from './keys.ts';
import { walks } from './walks.ts';

const region = (within: Page | Locator, name: string | RegExp) => within.getByRole('region', { name });
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Task' });

walks('by the keyboard alone', ({ someone }) => {
  /** Some tasks in the inbox, and the focus on the first. */
  const withTasks = async (...lines: string[]): Promise<Page> => {
    const page = await someone('/inbox');
    for (const line of lines) {
      await add(page, line);
      await row(page, line.split(' ')[0]!).waitFor();
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect.poll(() => focused(page)).toContain(lines[0]!.split(' ')[0]);
    return page;
  };

  it('a task is opened, and all of it is changed', async () => {
    const page = await withTasks('Move');
    const keys = page.keyboard;
    await keys.press('Enter');
    const panel = panelOf(page);
    await focusIsAt(panel);

    await tabTo(panel.getByRole('textbox', { name: 'Title' }));
    await keys.press('End');
    await keys.type(' house');
    await keys.press('Enter');
    await press(
      panel.getByRole('button', { name: 'Add notes' }).or(panel.getByRole('textbox', { name: 'Notes' })),
    );
    await keys.type('By **van**');
    await keys.press('Control+Enter');
    await panel.getByRole('strong').waitFor();
    await focusIsKept(page);

    await tabTo(panel.getByRole('textbox', { name: 'Add a subtask' }));
    for (const line of ['Pack', 'Rent a van']) {
      await keys.type(line);
      await keys.press('Enter');
      await region(panel, 'Subtasks').getByText(line).waitFor();
    }
    await tabTo(panel.getByRole('checkbox', { name: 'Complete Pack' }), 'Shift+Tab');
    await keys.press('Space');
    await panel.getByText('1 of 2').waitFor();
    await focusIsKept(page);

    await press(panel.getByRole('button', { name: 'Pick a day' }));
    const picker = page.getByRole('dialog', { name: 'Pick a day' });
    await focusIsAt(picker);
    await tabTo(picker.getByRole('group'));
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await picker.waitFor({ state: 'detached' });
    await focusIsAt(panel.getByRole('button', { name: 'Pick a day' }));
    await region(panel, 'Due')
      .getByText(/All day/i)
      .waitFor();

    await tabTo(panel.getByRole('combobox', { name: 'Repeat' }));
    await keys.press('End');
    const rule = panel.getByRole('form', { name: 'When it repeats' });
    await tabTo(rule.getByRole('textbox', { name: 'The rule in words' }));
    await keys.type('every 2 weeks');
    await keys.press('Enter');
    await rule.getByRole('spinbutton', { name: 'How many' }).and(page.locator('[value="2"]')).waitFor();
    await press(rule.getByRole('button', { name: 'Save the rule' }));
    await region(panel, 'Repeat').getByText('Then', { exact: true }).waitFor();
    await focusIsAt(panel.getByRole('combobox', { name: 'Repeat' }));

    await tabTo(panel.getByRole('combobox', { name: 'Add a reminder' }));
    await keys.press('ArrowDown');
    const reminder = panel.getByRole('button', { name: /^Remove reminder/ });
    await reminder.first().waitFor();
    await tabTo(reminder.first(), 'Shift+Tab');
    const reminders = await reminder.count();
    await keys.press('Enter');
    await expect.poll(() => reminder.count()).toBe(reminders - 1);
    await focusIsKept(page);

    await tabTo(region(panel, 'Priority').getByRole('radio'));
    await keys.press('ArrowLeft');
    await tabTo(panel.getByRole('textbox', { name: 'Add a label' }));
    for (const label of ['home', 'big']) {
      await keys.type(label);
      await keys.press('Enter');
      await panel.getByRole('button', { name: `Remove label ${label}` }).waitFor();
    }
    await tabTo(panel.getByRole('button', { name: 'Remove label big' }), 'Shift+Tab');
    await keys.press('Enter');
    await panel.getByRole('button', { name: 'Remove label big' }).waitFor({ state: 'detached' });
    await focusIsAt(panel.getByRole('textbox', { name: 'Add a label' }));

    const line = panel.getByRole('button', { name: /^Undo: Changed title/ });
    await press(line);
    await line.waitFor({ state: 'detached' });
    await focusIsKept(page);
    await keys.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('Move');
  });

  it('a task is completed, deleted and brought back, and the focus goes to the next', async () => {
    const page = await withTasks('One', 'Two', 'Three');
    const keys = page.keyboard;
    await keys.press('e');
    await row(page, 'One').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('Two');
    await keys.press('Delete');
    await row(page, 'Two').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('Three');
    await keys.press('u');
    await row(page, 'Two').waitFor();

    await keys.press('Enter');
    await press(panelOf(page).getByRole('button', { name: 'Delete task' }), 'Space');
    await panelOf(page).waitFor({ state: 'detached' });
    await row(page, 'Three').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('Two');

    // The message with its way back is reached as well.
    await keys.press('F6');
    await press(page.getByRole('button', { name: 'Undo' }).first());
    await row(page, 'Three').waitFor();
    await focusIsKept(page);

    await keys.press('Escape');
    await tabTo(row(page, 'Two').getByRole('checkbox'), 'Shift+Tab');
    await keys.press('Space');
    await row(page, 'Two').waitFor({ state: 'detached' });
    await focusIsKept(page);
  });

  it('many are selected and changed at once', async () => {
    const page = await withTasks('One @home', 'Two', 'Three');
    const keys = page.keyboard;
    const bar = region(page, 'Selected tasks');
    const count = (text: string) =>
      expect.poll(() => page.getByRole('main').getByText(text, { exact: true }).count());
    await keys.press('x');
    await keys.press('Shift+ArrowDown');
    await bar.getByText('2 selected').waitFor();
    await keys.press('d');
    await tabTo(page.getByRole('menuitem', { name: /^Tomorrow/ }), 'ArrowDown');
    await keys.press('Enter');
    await count('Tomorrow').toBe(2);
    await focusIsKept(page);

    await keys.press('x');
    await keys.press('l');
    await tabTo(page.getByRole('menuitem', { name: 'home' }), 'ArrowDown');
    await keys.press('Enter');
    await count('home').toBe(2);
    await focusIsKept(page);

    await keys.press('x');
    await press(bar.getByRole('button', { name: 'Priority' }));
    await tabTo(page.getByRole('menuitem', { name: 'High' }), 'ArrowDown');
    await keys.press('Enter');
    await bar.waitFor({ state: 'detached' });
    await focusIsKept(page);

    await keys.press('x');
    await press(bar.getByRole('button', { name: 'Clear the selection' }));
    await bar.waitFor({ state: 'detached' });
    await focusIsAt(page.locator('[data-task]'));
    await keys.press('x');
    await bar.waitFor();
    await keys.press('Delete');
    await expect.poll(() => row(page, '').count()).toBe(2);
    await focusIsKept(page);
  });

  it('cards and rows are moved from day to day and column to column', async () => {
    const page = await someone('/upcoming');
    const keys = page.keyboard;
    await add(page, 'Wash the car tomorrow');
    await region(page, 'Tomorrow').getByText('Wash the car').waitFor();
    await keys.press('Escape');
    await keys.press('j');
    await expect.poll(() => focused(page)).toContain('Wash the car');
    await keys.press('Alt+ArrowUp');
    await region(page, 'Today').getByText('Wash the car').waitFor();
    await expect.poll(() => focused(page)).toContain('Wash the car');

    await keys.type('gk');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Calendar');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Wash the car/ })
      .waitFor();
    await keys.press('j');
    await expect.poll(() => focused(page)).toContain('Wash the car');
    await keys.press('Alt+ArrowRight');
    await page.getByText('Moved to Tomorrow').waitFor();
    await expect.poll(() => focused(page)).toContain('Wash the car');
  });
});
