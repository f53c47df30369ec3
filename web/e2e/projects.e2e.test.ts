import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { add, asPeople, go, reload, row, visit } from './browser.ts';
import { violations } from './every-view.ts';
import { fill } from './fill.ts';
import { walks } from './walks.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

walks('projects and labels', ({ url, someone }) => {
  it('make a project with sections, change it, put it away and take it back', async () => {
    const page = await someone('/today');
    await page.getByRole('button', { name: 'New project' }).click();
    const window = page.getByRole('dialog', { name: 'New project' });
    await window.getByLabel('Name').fill('House');
    await window.getByRole('radio', { name: 'Green' }).check();
    await window.getByRole('button', { name: 'Add a section' }).click();
    await page.keyboard.type('Kitchen');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Garden');
    expect(await violations(page, 'project window', 'everything')).toEqual([]);
    await window.getByRole('button', { name: 'Make the project' }).click();
    await expect.poll(() => heading(page)).toBe('House');
    await page.getByRole('region', { name: 'Garden' }).waitFor();
    await add(page, 'Fix the tap #House /Kitchen');
    await page.getByRole('region', { name: 'Kitchen' }).getByText('Fix the tap').waitFor();

    const choose = async (name: string) => {
      await page.getByRole('button', { name: /^Actions for/ }).click(asPeople);
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await choose('Edit');
    const edit = page.getByRole('dialog', { name: 'Project' });
    await edit.getByLabel('Name').fill('Our house');
    await edit.getByLabel('Section 1').fill('Cooking');
    await edit.getByRole('button', { name: 'Move Garden up' }).click();
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => heading(page)).toBe('Our house');
    await page.getByRole('region', { name: 'Cooking' }).getByText('Fix the tap').waitFor();

    await choose('Archive');
    await page.getByRole('button', { name: 'Archived projects' }).click();
    const archive = page.getByRole('dialog', { name: 'Archived projects' });
    await archive.getByText('Our house').waitFor();
    await archive.getByRole('button', { name: 'Take out of the archive' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Our house/ }).waitFor();

    await choose('Delete');
    await expect.poll(() => heading(page)).toBe('Today');
    // Messages of what was done before may still be there, with a way back of their own.
    const deleted = page.getByRole('dialog', { name: 'Project deleted' });
    await deleted.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: /^Our house/ }).waitFor();
  });

  it('share a project by a link that somebody else follows', async () => {
    const owner = await someone('/today');
    const { projectId } = await fill(owner);
    await go(owner, `/project/${projectId}`);
    await owner.getByRole('button', { name: 'Share' }).click();
    const window = owner.getByRole('dialog', { name: 'Share Website' });
    await window.getByLabel('E-mail').fill('jo@example.test');
    await window.getByRole('button', { name: 'Invite' }).click();
    const link = await window.getByLabel('Link of the invitation').inputValue();
    await window.getByText('Invited · Can edit').waitFor();
    expect(await violations(owner, 'members', 'everything')).toEqual([]);

    const other = await someone('/today');
    await visit(other, link.replace(url, ''));
    await other.getByRole('list', { name: 'Invitations' }).getByRole('button', { name: 'Join' }).click();
    await expect.poll(() => heading(other)).toBe('Website');
    await row(other, 'Draw the start page').waitFor();
    await other.getByRole('button', { name: '2 members' }).waitFor();
  });

  it('rename, colour and delete a label everywhere', async () => {
    const page = await someone('/inbox');
    await add(page, 'Post the parcel @errand');
    await row(page, 'Post the parcel').getByText('errand').waitFor();
    await page.getByRole('link', { name: /^errand/ }).click();
    await page.getByRole('button', { name: 'Edit the label' }).click();
    const window = page.getByRole('dialog', { name: 'Label' });
    await window.getByLabel('Name').fill('town');
    await window.getByRole('radio', { name: 'Purple' }).check();
    await window.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => heading(page)).toBe('town');
    await row(page, 'Post the parcel').waitFor();

    await page.getByRole('button', { name: 'Edit the label' }).click();
    await window.getByRole('button', { name: 'Delete' }).click();
    await window.getByRole('button', { name: 'Yes, delete it' }).click();
    await expect.poll(() => heading(page)).toBe('Today');
    await page.getByRole('link', { name: /^town/ }).waitFor({ state: 'detached' });
  });

  it('stay quick in a project with two thousand tasks', async () => {
    const page = await someone('/today');
    const { projectId } = await fill(page);
    await page.evaluate(async (project) => {
      const csv = `title,project\n${Array.from({ length: 2000 }, (_, index) => `Task ${index},Large`).join('\n')}\n`;
      const answer = await fetch('/api/v1/import?format=csv', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: csv,
      });
      if (!answer.ok) throw new Error(`${project} ${answer.status} ${await answer.text()}`);
    }, projectId);
    await reload(page);
    await page.getByRole('link', { name: /^Large/ }).click();
    const rows = page.locator('[data-task]');
    await rows.first().waitFor();
    await expect
      .poll(
        async () => {
          await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
          return page.getByText('Task 1999', { exact: true }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await rows.count()).toBeLessThan(120);

    await page.getByRole('checkbox', { name: 'Complete Task 1999' }).click();
    await page.getByText('Task 1999', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  });
});
