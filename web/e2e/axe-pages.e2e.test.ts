import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settingsEnglish } from '../features/settings/words/english/settings-english.ts';
import { notifications } from '../words/english/notifications.ts';
import { search } from '../words/english/search.ts';
import { series } from '../words/english/series.ts';
import { views as words } from '../words/english/views.ts';
import { checking } from './axe.ts';
import { go, openPage, signUp, visit } from './browser.ts';
import { viewsOf } from './every-view.ts';
import { fill } from './fill.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

const nobodys = '01988a3e-0000-7000-8000-000000000001';

/** A filter over the API, as the person of the page. */
const keepFilter = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/v1/filters', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Money', color: '#3366ff', query: { status: 'open', label: ['money'] } }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()).id;
  });

const subheading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first();

walks('axe finds nothing to object to', ({ url, complaints, device, someone }) => {
  it('in front of the page, and where there is none', async () => {
    const page = await (await device()).newPage();
    const { check, nothingFound } = checking(page);
    for (const path of ['/sign-in', '/sign-in/code', '/sign-up', '/reset-password', '/offline']) {
      await visit(page, path);
      await check(path);
    }
    await visit(page, '/no-such-page');
    await check('no such page', 'light');
    complaints.splice(0);
    nothingFound();
  });

  it('where nothing is yet', async () => {
    const page = await someone('/today');
    const { check, nothingFound } = checking(page);
    for (const [view, says] of [
      ['/inbox', words.inboxTitle],
      ['/upcoming', words.upcomingTitle],
      ['/completed', words.completedTitle],
      ['/search', search.title],
      ['/label/none', words.labelTitle],
      [`/project/${nobodys}`, words.projectGoneTitle],
      ['/recurring', series.emptyTitle],
      ['/notifications', notifications.noneTitle],
      ['/statistics', 'Nothing to count yet'],
    ] as const) {
      await go(page, view);
      await page.getByRole('heading', { name: says }).waitFor();
      await check(`empty ${view}`, 'light');
    }
    await go(page, `/filter/${nobodys}`);
    await subheading(page).waitFor();
    await check('no such filter', 'light');
    nothingFound();
  });

  it('in the views', async () => {
    const page = await someone('/today');
    const { check, nothingFound } = checking(page);
    const filled = await fill(page);
    const views = [...viewsOf(filled), [`/filter/${await keepFilter(page)}`, 'Pay rent'] as const];
    for (const [path, shows] of views) {
      await go(page, path);
      await page.getByRole('main').getByText(shows).first().waitFor();
      // What a month shows on a phone are marks, what a list shows are rows.
      const differs = /today|calendar$|project/.test(path);
      await check(path, 'light', 'dark', ...(differs ? (['phone'] as const) : []));
    }
    await go(page, `/project/${filled.projectId}`);
    await page.getByRole('radio', { name: 'Board' }).click();
    await page.getByRole('region', { name: /^Design,/ }).waitFor();
    await check('board', 'light', 'dark', 'phone');
    nothingFound();
  });

  it('in the settings', async () => {
    const page = await someone('/settings');
    const { check, nothingFound } = checking(page);
    const { secondFactor, tokens, webhooks, data } = settingsEnglish;
    await check('settings', 'light', 'dark', 'phone');
    for (const [section, button] of [
      ['profile', secondFactor.on],
      ['reminders', null],
      ['tokens', tokens.create],
      ['webhooks', webhooks.create],
      ['data', data.leaveButton],
    ] as const) {
      await go(page, `/settings/${section}`);
      await subheading(page).waitFor();
      await expect.poll(() => page.locator('main .animate-pulse').count()).toBe(0);
      await check(section);
      if (!button) continue;
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await check(`${section}: ${button}`, 'light');
    }
    nothingFound();
  });

  it('in German, of what words can be missing from', async () => {
    const context = await device({ locale: 'de-DE' });
    const outside = await context.newPage();
    await visit(outside, '/sign-in');
    const entrance = checking(outside);
    await entrance.check('/sign-in', 'light');
    entrance.nothingFound();
    await signUp(context, url, { email: newEmail(), password, locale: 'de-DE' });
    const page = await openPage(context, '/today');
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^de/);
    const { check, nothingFound } = checking(page);
    const { projectId } = await fill(page);
    for (const path of ['/today', `/project/${projectId}`, '/calendar?span=week', '/settings/reminders']) {
      await go(page, path);
      await expect.poll(() => page.locator('main .animate-pulse').count()).toBe(0);
      await check(path, 'light');
    }
    nothingFound();
  });
});
