import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, dropAt, openView, row } from './browser.ts';
import { fill } from './fill.ts';
import { focusIsAt, press, tabTo } from './keys.ts';
import { walks } from './walks.ts';

/** The middle of something, for the mouse. */
async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await of.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

const week = (page: Page) => page.getByRole('region', { name: 'Week' });

walks('moving and coming', ({ someone }) => {
  it('a task goes to another hour of the week by mouse, to the whole day, and back', async () => {
    const page = await someone('/calendar?span=week');
    // High enough that nothing is near its edge, where it would scroll with a held task.
    await page.setViewportSize({ width: 1280, height: 1400 });
    await add(page, 'Dentist today 10:00');
    await add(page, 'Call Ana today 12:00');
    const dentist = week(page).getByRole('button', { name: /Dentist/ });
    await dentist.waitFor();
    /** So many pixels below something, which is where it is once the task is held. */
    const drag = async (below: Locator, pixels: number) => {
      await dentist.hover();
      await page.mouse.down();
      const { x, y } = await middle(below);
      await dropAt(page, x, y + pixels);
    };

    // An hour after the other one, in the same column.
    await drag(week(page).getByRole('button', { name: /Call Ana/ }), 56);
    await week(page)
      .getByRole('button', { name: /^13:00.*Dentist/ })
      .waitFor();
    await page.getByText(/^Moved to .*13:00/).waitFor();

    await drag(week(page).locator('[data-today] h3'), 34);
    await week(page)
      .getByRole('button', { name: /^Dentist/ })
      .waitFor();
    await page.keyboard.press('u');
    await week(page)
      .getByRole('button', { name: /^13:00.*Dentist/ })
      .waitFor();
  });

  it('what comes by a rule is drawn dashed, and opens the task that is open', async () => {
    const page = await someone('/calendar');
    await add(page, 'Water the plants every day at 9am');
    // The month after has nothing but what comes, whatever day it is.
    await page.getByRole('button', { name: 'Month after' }).click();
    const coming = page.getByRole('button', { name: /Water the plants, comes by its rule$/ });
    await coming.nth(20).waitFor();
    expect(await coming.nth(20).evaluate((element) => getComputedStyle(element).borderStyle)).toBe('dashed');

    await coming.nth(20).click();
    const panel = page.getByRole('dialog', { name: 'Task' });
    await panel.getByRole('textbox', { name: 'Title' }).waitFor();
    expect(await panel.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Water the plants');
  });

  it('a card goes from priority to priority, and up and down, by the keyboard alone', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await openView(page, `/project/${projectId}`);
    await add(page, 'Test it');
    await row(page, 'Test it').waitFor();
    await press(page.getByRole('radio', { name: 'List' }), 'ArrowRight');
    await page.getByRole('region', { name: /^Design,/ }).waitFor();
    await press(page.getByRole('radio', { name: 'Sections' }), 'ArrowRight');
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name},`) });
    const card = (name: string, title: string) =>
      column(name).getByRole('button', { name: new RegExp(`^${title}`) });
    await card('None', 'Test it').waitFor();

    await tabTo(column('None').locator('[data-task] button[data-open-task]'));
    await page.keyboard.press('Home');
    await focusIsAt(card('None', 'Draw the start page'));
    await page.keyboard.press('Alt+ArrowLeft');
    await card('Low', 'Draw the start page').waitFor();
    await focusIsAt(card('Low', 'Draw the start page'));
    await page.keyboard.press('Alt+ArrowLeft');
    await card('Medium', 'Draw the start page').waitFor();
    await page.getByText('Moved to Medium').waitFor();
    await page.keyboard.press('u');
    await focusIsAt(card('Low', 'Draw the start page'));
    await page.keyboard.press('Alt+ArrowRight');
    await card('None', 'Draw the start page').waitFor();

    await focusIsAt(card('None', 'Draw the start page'));
    await page.keyboard.press('1');
    await focusIsAt(card('High', 'Draw the start page'));
    await page.keyboard.press('u');
    await focusIsAt(card('None', 'Draw the start page'));

    const titles = () => column('None').locator('[data-task]').allInnerTexts();
    const before = await titles();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(before.toReversed());
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Task' }).waitFor();
  });
});
