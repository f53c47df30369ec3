import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, reload, row } from './browser.ts';
import { violations } from './every-view.ts';
import { openTask } from './panel.ts';
import { walks } from './walks.ts';

const region = (within: Page | Locator, name: string | RegExp) => within.getByRole('region', { name });

walks('the panel of a task', ({ someone }) => {
  it('divides a task into parts, one line after the other', async () => {
    const page = await someone('/inbox');
    await add(page, 'Move house');
    const panel = await openTask(page, 'Move house');
    const parts = region(panel, 'Subtasks');
    await parts.getByRole('textbox', { name: 'Add a subtask' }).click();
    for (const line of ['Pack the books', 'Rent a van tomorrow 10:00', 'Tell the post']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    await parts.getByText('Tomorrow 10:00').waitFor();
    await parts.getByText('0 of 3').waitFor();
    await parts.getByRole('checkbox', { name: 'Complete Pack the books' }).click();
    await parts.getByText('1 of 3').waitFor();

    await parts.getByRole('button', { name: /^Tell the post/ }).click();
    await panel.getByRole('button', { name: 'Part of Move house' }).click();
    await parts.getByText('1 of 3').waitFor();
    const titles = async () => {
      const rows = await page.getByRole('main').locator('[data-task]').allInnerTexts();
      return rows.map((text) => text.split('\n')[0]);
    };
    await expect.poll(titles).toEqual(['Move house', 'Rent a van', 'Tell the post']);

    const next = parts.getByRole('textbox', { name: 'Add a subtask' });
    await next.fill('Cancel the ele');
    await reload(page);
    await expect.poll(() => next.inputValue()).toBe('Cancel the ele');
  });

  it('shows notes as they are meant, and writes them at a press', async () => {
    const page = await someone('/inbox');
    await add(page, 'Read up');
    const panel = await openTask(page, 'Read up');
    await panel
      .getByRole('textbox', { name: 'Notes' })
      .fill('**Three** of\n\n- [x] [one](https://example.org)\n- <img src=x onerror=alert(1)>');
    await page.keyboard.press('Control+Enter');

    await panel.getByRole('strong').getByText('Three').waitFor();
    const link = panel.getByRole('link', { name: 'one' });
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer nofollow',
    ]);
    expect(await panel.locator('img').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Edit notes');
    expect(await violations(page, 'notes', 'everything')).toEqual([]);
    await page.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'Notes' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('strong').waitFor();
  });

  it('makes a rule part by part or in words, with the dates that follow', async () => {
    const page = await someone('/inbox');
    await add(page, 'Clean the windows tomorrow');
    const panel = await openTask(page, 'Clean the windows');
    const repeat = region(panel, 'Repeat');
    await repeat.getByRole('combobox', { name: 'Repeat' }).selectOption({ label: 'Another rule…' });
    const editor = panel.getByRole('form', { name: 'When it repeats' });
    await editor.getByRole('combobox', { name: 'Days, weeks, months or years' }).selectOption('monthly');
    await editor.getByRole('spinbutton', { name: 'How many' }).fill('2');
    await editor.getByRole('combobox', { name: 'Day of the month' }).selectOption('last');
    await editor.getByRole('combobox', { name: 'Weekday' }).selectOption('FR');
    await editor.getByText(/last Friday/i).waitFor();
    await expect.poll(() => editor.getByRole('listitem').count()).toBe(5);

    await editor
      .getByRole('textbox', { name: 'The rule in words' })
      .fill('every 3 weeks on monday and thursday');
    await page.keyboard.press('Enter');
    await editor.getByRole('checkbox', { name: 'Thursday', checked: true }).waitFor();
    expect(await editor.getByRole('spinbutton', { name: 'How many' }).inputValue()).toBe('3');
    await editor.getByRole('combobox', { name: 'Ends' }).selectOption('after');
    await editor.getByRole('button', { name: 'Save the rule' }).click();

    await repeat.getByText(/every 3 weeks on Monday and Thursday/i).waitFor();
    await repeat.getByText('Then', { exact: true }).waitFor();
  });

  it('pick a day in words or from a month', async () => {
    const page = await someone('/inbox');
    await add(page, 'Call Ana');
    await page.getByRole('button', { name: /^Call Ana/ }).click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('button', { name: 'Pick a day' }).click();
    const picker = page.getByRole('dialog', { name: 'Pick a day' });
    await picker.getByRole('textbox', { name: 'Day in words' }).fill('tomorrow 16:00');
    await picker.getByRole('button', { name: /at 16:00$/ }).waitFor();
    await page.keyboard.press('Enter');
    await row(page, 'Call Ana').getByText('Tomorrow 16:00').waitFor();

    await panel.getByRole('button', { name: 'Pick a day' }).click();
    await picker.getByRole('button', { pressed: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await row(page, 'Call Ana').getByText('Today 16:00').waitFor();
  });
});
