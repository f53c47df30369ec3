import { it } from 'vitest';
import { english } from '../words/english/english.ts';
import { projects } from '../words/english/projects.ts';
import { rule } from '../words/english/rule.ts';
import { selection } from '../words/english/selection.ts';
import { shortcuts } from '../words/english/shortcuts.ts';
import { task } from '../words/english/task.ts';
import { checking } from './axe.ts';
import { add, reload, row } from './browser.ts';
import { problem } from './faults.ts';
import { fill } from './fill.ts';
import { openTask } from './panel.ts';
import { walks } from './walks.ts';

walks('axe finds nothing to object to', ({ complaints, someone }) => {
  it('in quick add with what it understood and what it offers', async () => {
    const page = await someone('/inbox');
    const { check, nothingFound } = checking(page);
    await fill(page);
    await reload(page);
    const field = page.getByRole('textbox', { name: english.quickAdd.field });
    await field.pressSequentially('Call Ana 16:00 p2 @mo');
    await page.getByRole('list', { name: english.quickAdd.understood }).waitFor();
    await page.getByRole('option', { name: /money/ }).waitFor();
    await check('quick add', 'light', 'dark', 'phone');
    await field.fill('');
    await field.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Milk\nBread tomorrow');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole('alertdialog').waitFor();
    await check('many lines');
    nothingFound();
  });

  it('in what is selected, in menus and in messages', async () => {
    const page = await someone('/inbox');
    const { check, nothingFound } = checking(page);
    await fill(page);
    await row(page, 'Buy milk').waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Buy milk/ })
      .click({ modifiers: ['Control'] });
    const bar = page.getByRole('region', { name: selection.label });
    await bar.waitFor();
    await check('selection', 'light', 'dark', 'phone');
    await bar.getByRole('button', { name: selection.day, exact: true }).click();
    await page.getByRole('menu', { name: selection.day }).waitFor();
    await check('menu');
    await page.getByRole('menuitem').nth(1).click();
    await page.getByRole('button', { name: english.frame.undo }).first().waitFor();
    await check('message', 'light', 'dark', 'phone');
    nothingFound();
  });

  it('in a task, its days and its rule', async () => {
    const page = await someone('/inbox');
    const { check, nothingFound } = checking(page);
    await fill(page);
    await row(page, 'Pay rent').waitFor();
    const panel = await openTask(page, 'Pay rent');
    await panel.getByText(task.verbs.created).waitFor();
    await check('panel', 'light', 'dark', 'phone');
    await panel.getByRole('button', { name: task.pickDay }).click();
    const days = page.getByRole('dialog', { name: task.pickDay });
    await days.waitFor();
    await check('days');
    await page.keyboard.press('Escape');
    await days.waitFor({ state: 'detached' });
    await panel.getByRole('combobox', { name: task.repeat }).selectOption('edit');
    await panel.getByRole('form', { name: rule.title }).waitFor();
    await check('rule', 'light', 'dark', 'phone');
    nothingFound();
  });

  it('in what opens over the page', async () => {
    const page = await someone('/inbox');
    const { check, nothingFound } = checking(page);
    const dialog = (name: string) => page.getByRole('dialog', { name });
    const shut = async (name: string) => {
      await page.keyboard.press('Escape');
      await dialog(name).waitFor({ state: 'detached' });
    };
    await page.getByRole('button', { name: english.frame.bell.title }).click();
    await dialog(english.frame.bell.title).waitFor();
    await check('inbox');
    await shut(english.frame.bell.title);

    await page.getByRole('button', { name: english.frame.accountOf('Ana') }).click();
    await page.getByRole('menu').waitFor();
    await check('account menu');
    await page.getByRole('menuitem', { name: shortcuts.title }).click();
    await dialog(shortcuts.title).waitFor();
    await check('keyboard shortcuts');
    await shut(shortcuts.title);

    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    await check('palette', 'light', 'dark', 'phone');
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });

    for (const [button, title] of [
      [english.frame.newProject, projects.newTitle],
      [english.frame.newFilter, english.frame.newFilter],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await dialog(title).waitFor();
      await check(title);
      await shut(title);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: english.frame.more }).click();
    await page.getByRole('dialog').waitFor();
    await check('drawer', 'light', 'dark', 'phone');
    nothingFound();
  });

  it('in what could not be saved', async () => {
    const page = await someone('/inbox');
    const { check, nothingFound } = checking(page);
    await add(page, 'Plan the trip');
    await row(page, 'Plan the trip').waitFor();
    await page.route('**/api/v1/tasks/*', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill(problem(403, 'project-read-only', 'You may only read this project.'))
        : route.continue(),
    );
    const panel = await openTask(page, 'Plan the trip');
    await panel.getByRole('textbox', { name: task.title }).fill('Plan the long trip');
    await page.keyboard.press('Enter');
    await page.getByText('You may only read this project.').first().waitFor();
    await check('refused');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: english.waiting.notSavedAll(1) }).click();
    await page.getByRole('dialog', { name: 'Not saved' }).waitFor();
    await check('not saved', 'light', 'dark', 'phone');
    complaints.splice(0);
    nothingFound();
  });
});
