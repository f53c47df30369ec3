import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openView, row, visit } from './browser.ts';
import { focusIsAt, focusIsKept, press, tabTo } from './keys.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const heading = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());

walks('by the keyboard alone', ({ device, someone }) => {
  it('somebody signs up, makes a project and writes tasks into it', async () => {
    const page = await (await device()).newPage();
    const keys = page.keyboard;
    await visit(page, '/sign-in');
    await press(page.getByRole('link', { name: 'Create an account' }));
    await tabTo(page.getByLabel('Name'));
    await keys.type('Ana');
    await tabTo(page.getByLabel('E-mail'));
    await keys.type(newEmail());
    await tabTo(page.getByLabel('Password'));
    await keys.type(password);
    await keys.press('Enter');
    await heading(page).toBe('Today');
    await openView(page, '/today');

    await press(page.getByRole('button', { name: 'New project' }));
    const window = page.getByRole('dialog', { name: 'New project' });
    await focusIsAt(window);
    await tabTo(window.getByLabel('Name'));
    await keys.type('House');
    await press(window.getByRole('button', { name: 'Make the project' }));
    await heading(page).toBe('House');
    await window.waitFor({ state: 'detached' });
    await focusIsKept(page);

    await keys.press('q');
    const field = page.getByRole('textbox', { name: 'New task' });
    await focusIsAt(field);
    await keys.type('Sweep @home');
    await keys.press('Enter');
    await row(page, 'Sweep').waitFor();
    await keys.type('Water tomorrow #hou');
    await page.getByRole('option', { name: /House/ }).waitFor();
    await keys.press('Enter');
    await keys.type('@ho');
    await page.getByRole('option', { name: /home/ }).waitFor();
    await keys.press('Tab');
    expect(await field.inputValue()).toBe('Water tomorrow #House @home ');
    await press(page.getByRole('button', { name: 'Tomorrow: keep as words' }));
    await focusIsAt(field);
    await keys.press('Enter');
    await row(page, 'Water tomorrow').getByText('home').waitFor();
    await keys.press('Escape');

    await press(page.getByRole('radio', { name: /^(List|Board)$/ }), 'ArrowRight');
    const card = page.getByRole('main').getByRole('button', { name: /^Sweep/ });
    await card.waitFor();
    await press(page.getByRole('button', { name: /^Actions for/ }));
    await focusIsAt(page.getByRole('menu'));
    await keys.press('Escape');
    await focusIsAt(page.getByRole('button', { name: /^Actions for/ }));
  });

  it('the palette, the list of keys and the notifications open, and give the focus back', async () => {
    const page = await someone('/today');
    const keys = page.keyboard;
    const bell = page.getByRole('button', { name: 'Notifications' });
    await tabTo(bell);
    await keys.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await focusIsAt(list);
    await keys.press('Escape');
    await list.waitFor({ state: 'detached' });
    await focusIsAt(bell);

    await keys.press('Control+k');
    await focusIsAt(page.getByRole('combobox', { name: 'Go to, find or do anything' }));
    await keys.press('Escape');
    await page.getByRole('combobox', { name: 'Go to, find or do anything' }).waitFor({ state: 'detached' });
    await focusIsAt(bell);

    await keys.press('n');
    const inbox = page.getByRole('dialog', { name: 'Notifications' });
    await focusIsAt(inbox);
    await keys.press('Escape');
    await inbox.waitFor({ state: 'detached' });
    await focusIsKept(page);

    await press(page.getByRole('button', { name: /^Account of/ }));
    await focusIsAt(page.getByRole('menu'));
    await keys.press('Escape');
    await focusIsAt(page.getByRole('button', { name: /^Account of/ }));
    await keys.type('gn');
    await heading(page).toBe('Notifications');
  });

  it('the settings are gone through and changed', async () => {
    const page = await someone('/today');
    const keys = page.keyboard;
    await visit(page, '/settings/reminders');
    const usual = page.getByRole('region', { name: 'Usual reminders' });
    await press(usual.getByRole('button', { name: /^Remove reminder: 1 hour before/ }));
    await usual.getByText('Saved').waitFor();
    await focusIsAt(usual);
    const choice = usual.getByRole('combobox', { name: /with a time/ });
    await tabTo(choice);
    await keys.press('End');
    await focusIsAt(usual.getByRole('spinbutton'));
    await keys.press('Enter');
    await usual.getByText('15 minutes before').waitFor();
    await focusIsAt(usual);

    const quiet = page.getByRole('region', { name: 'Quiet hours' });
    await press(quiet.getByRole('switch'), 'Space');
    await quiet.getByLabel('From').waitFor();
    await focusIsAt(quiet.getByRole('switch'));

    await press(page.getByRole('link', { name: /^API and calendar/ }).first());
    await press(page.getByRole('button', { name: 'New token' }));
    const window = page.getByRole('dialog');
    await focusIsAt(window);
    await tabTo(window.getByLabel('Name'));
    await keys.type('Backup');
    await press(window.getByRole('button', { name: 'Make the token' }));
    await window.getByLabel('Token').waitFor();
    await press(window.getByRole('button', { name: 'Done' }));
    await window.waitFor({ state: 'detached' });
    await focusIsAt(page.getByRole('button', { name: 'New token' }));
    await press(page.getByRole('button', { name: 'Delete token Backup' }));
    await press(page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
    await page.getByRole('button', { name: 'Delete token Backup' }).waitFor({ state: 'detached' });
    await focusIsKept(page);
  });
});
