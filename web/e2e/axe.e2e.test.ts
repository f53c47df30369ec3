import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settingsEnglish } from '../features/settings/words/english/settings-english.ts';
import { settingsGerman } from '../features/settings/words/german/settings-german.ts';
import { english } from '../words/english/english.ts';
import { german } from '../words/german/german.ts';
import { add, openPage, openView, signUp, visit } from './browser.ts';
import { viewsOf, violations } from './every-view.ts';
import { fill } from './fill.ts';
import { newEmail, password } from './people.ts';
import { walks } from './walks.ts';

type Look = [colorScheme: 'light' | 'dark', width: number];

/** Every colour, width and language meets every other; the wide window comes last, where walks go on. */
const languages = [
  {
    locale: 'en-US',
    words: english,
    settings: settingsEnglish,
    looks: [
      ['dark', 360],
      ['light', 1280],
    ] as Look[],
  },
  {
    locale: 'de-DE',
    words: german,
    settings: settingsGerman,
    looks: [
      ['light', 360],
      ['dark', 1280],
    ] as Look[],
  },
];

/** Looks at what the page shows now in each of the looks, and collects what axe objects to. */
const checking = (page: Page, looks: Look[], found: string[]) => async (what: string) => {
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await violations(page, `${what}, ${colorScheme}, ${width} px`, 'everything')));
  }
};

walks('axe finds nothing to object to', ({ url, device }) => {
  const visitor = async (view: string, options: BrowserContextOptions, looks: Look[]) => {
    const context = await device(options);
    await signUp(context, url, { email: newEmail(), password, locale: options.locale! });
    const page = await openPage(context, view);
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(options.locale!.slice(0, 2));
    const found: string[] = [];
    return { page, found, check: checking(page, looks, found) };
  };

  it.each(languages)('outside and where nothing is yet ($locale)', async ({ locale, words, looks }) => {
    const outside = await (await device({ locale })).newPage();
    const foundOutside: string[] = [];
    for (const path of ['/sign-in', '/sign-up', '/reset-password']) {
      await visit(outside, path);
      await checking(outside, looks, foundOutside)(path);
    }
    expect(foundOutside).toEqual([]);
    await outside.close();

    const { page, found, check } = await visitor('/today', { locale }, looks);
    const { empty, project } = words.tasks;
    for (const [view, says] of [
      ['/inbox', empty.inboxTitle],
      ['/upcoming', empty.upcomingTitle],
      ['/completed', empty.completedTitle],
      ['/search', empty.searchTitle],
      ['/label/none', empty.labelTitle],
      ['/project/01988a3e-0000-7000-8000-000000000001', project.goneTitle],
    ] as const) {
      await visit(page, view);
      await page.getByRole('heading', { name: says }).waitFor();
      await check(`empty ${view}`);
    }
    for (const view of ['/recurring', '/notifications', '/filter/01988a3e-0000-7000-8000-000000000001']) {
      await visit(page, view);
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
      await check(`empty ${view}`);
    }
    expect(found).toEqual([]);
  });

  it.each(languages)('in the views ($locale)', async ({ locale, looks }) => {
    const { page, found, check } = await visitor('/today', { locale }, looks);
    const filled = await fill(page);
    for (const [path, shows] of viewsOf(filled)) {
      await visit(page, path);
      await page.getByRole('main').getByText(shows).first().waitFor();
      await check(path);
    }
    await openView(page, `/project/${filled.projectId}`);
    await page.getByRole('radio').nth(1).click();
    await page.getByRole('region', { name: /^Design,/ }).waitFor();
    await check('board');
    expect(found).toEqual([]);
  });

  it.each(languages)('in what opens over them ($locale)', async ({ locale, words, looks }) => {
    const { page, found, check } = await visitor('/inbox', { locale }, looks);
    const keys = page.keyboard;
    await fill(page);
    await add(page, 'Pay rent every month on the 1st p1 @home', words);
    const field = page.getByRole('textbox', { name: words.task.add.field });
    await field.pressSequentially('Call Ana 16:00 p2 @ho');
    await page.getByRole('list', { name: words.task.add.understood }).waitFor();
    await page.getByRole('option', { name: /home/ }).waitFor();
    await check('quick add');
    await field.fill('');

    const title = page.getByRole('main').getByRole('button', { name: /^Buy milk/ });
    await title.click({ modifiers: ['Control'] });
    await page.getByRole('region', { name: words.tasks.bulk.label }).waitFor();
    await check('selection');
    await page.getByRole('button', { name: words.tasks.bulk.day, exact: true }).click();
    await page.getByRole('menu', { name: words.tasks.bulk.day }).waitFor();
    await check('menu');
    await page.getByRole('menuitem').nth(1).click();
    await page.getByRole('button', { name: words.frame.undo }).first().waitFor();
    await check('message');

    await title.click();
    const panel = page.getByRole('dialog', { name: words.task.panel, exact: true });
    await panel.getByText(words.task.verbs.created).waitFor();
    await check('panel');
    await panel.getByRole('button', { name: words.task.pickDay }).click();
    await page.getByRole('dialog', { name: words.task.pickDay }).waitFor();
    await check('day picker');
    await keys.press('Escape');
    await panel.getByRole('combobox', { name: words.task.repeat }).selectOption('edit');
    await panel.getByRole('form', { name: words.rule.title }).waitFor();
    await check('rule');
    await keys.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: words.notifications.title }).click();
    await page.getByRole('dialog', { name: words.notifications.title }).waitFor();
    await check('inbox');
    await keys.press('Escape');
    await page.getByRole('dialog', { name: words.notifications.title }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.account.of('Ana') }).click();
    await page.getByRole('menu').waitFor();
    await check('account menu');
    await page.getByRole('menuitem', { name: words.frame.shortcuts.title }).click();
    await page.getByRole('dialog', { name: words.frame.shortcuts.title }).waitFor();
    await check('keyboard shortcuts');
    await keys.press('Escape');
    await page.getByRole('dialog', { name: words.frame.shortcuts.title }).waitFor({ state: 'detached' });
    await keys.press('Control+k');
    await page.getByRole('option').first().waitFor();
    await check('palette');
    await keys.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.projects.add }).click();
    await page.getByRole('dialog', { name: words.projects.newTitle }).waitFor();
    await check('new project');
    expect(found).toEqual([]);
  });

  it.each(languages)('in the settings ($locale)', async ({ locale, settings, looks }) => {
    const { page, found, check } = await visitor('/inbox', { locale }, looks);
    await visit(page, '/settings');
    await check('settings');
    const opens = [
      ['profile', null],
      ['reminders', null],
      ['tokens', settings.tokens.create],
      ['webhooks', settings.webhooks.create],
      ['data', settings.data.leaveButton],
    ] as const;
    for (const [section, button] of opens) {
      await visit(page, `/settings/${section}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await expect.poll(() => page.locator('main .animate-pulse').count()).toBe(0);
      await check(section);
      if (!button) continue;
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await check(`${section}: ${button}`);
    }
    expect(found).toEqual([]);
  });
});
