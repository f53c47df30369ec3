import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { visit } from '../../web/e2e/browser.ts';
import type { Page } from '../../web/e2e/chromium.ts';

/** What is said, and then seen. */
export type Step = { say: string; show: (page: Page) => Promise<void> };

const task = 'Water the plants';
const reminded = 'Take the bread out';
/** A keystroke, as somebody types who does not hurry. */
const typing = { delay: 35 };
const soonMs = 8_000;

const signUp: Step = {
  say: 'Sign up with a name, an address and a password. Nothing is sent to it.',
  show: async (page) => {
    await visit(page, '/sign-up');
    await page.getByLabel('Name').pressSequentially('Ada', typing);
    await page.getByLabel('E-mail').fill(`ada-${randomUUID().slice(0, 8)}@example.test`);
    await page.getByLabel('Password').fill(randomUUID());
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'I know, remove them' }).click();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('heading', { name: 'The inbox is empty' }).waitFor();
  },
};

const quickAdd: Step = {
  say: 'Type it as you would say it. The chips say what was understood.',
  show: async (page) => {
    await page
      .getByRole('textbox', { name: 'New task' })
      .pressSequentially(`${task} every 3 days at 9am`, typing);
    const chips = page.getByRole('list', { name: 'Understood' }).getByRole('listitem');
    await chips.filter({ hasText: /every 3 days/i }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: `Complete ${task}` }).waitFor();
  },
};

const complete: Step = {
  say: 'Tick it off: an event wakes a function, which makes the next occurrence, three days later.',
  show: async (page) => {
    const open = page.getByRole('checkbox', { name: `Complete ${task}` });
    const due = page.getByRole('listitem').filter({ has: open }).getByRole('time');
    const before = await due.getAttribute('datetime');
    await open.click();
    // The one that is done has no time that is open, so another one means the next.
    await page
      .getByRole('listitem')
      .filter({ has: open })
      .locator(`time:not([datetime="${before}"])`)
      .waitFor();
  },
};

const remind: Step = {
  say: 'A reminder comes on its second, while the function that sends it is at zero until then.',
  show: async (page) => {
    await page.evaluate(`(async () => {
      const soon = new Date(Date.now() + ${soonMs});
      const local = new Date(soon - soon.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
      const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
      const answer = await fetch('/api/v1/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: '${reminded}', timezone, reminders: [{ type: 'at', local, timezone }] }),
      });
      if (!answer.ok) throw new Error('The task was answered ' + answer.status);
    })()`);
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).getByText(reminded).waitFor();
  },
};

const flow: Step = {
  say: 'Operators see every event on its way: what woke which function, how cold it was, and how long it took.',
  show: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Flow' }).click();
    await page.getByRole('img', { name: /^Events on their way/ }).waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('function recurrence-spawn');
    await page.locator('[data-trace]').first().click();
    const path = page.getByRole('region', { name: 'Path' });
    await path.getByRole('listitem').filter({ hasText: 'recurrence-spawn' }).first().waitFor();
  },
};

/** The story of Zerodo; `flow` is for whoever is an operator, as the first to sign up is on one machine. */
export const story: Record<'signUp' | 'quickAdd' | 'complete' | 'remind' | 'flow', Step> = {
  signUp,
  quickAdd,
  complete,
  remind,
  flow,
};

/** How long what was shown stays, so that it can be read. */
const readMs = 2_000;

/** Tells a step: its words below the page, then what they are about. */
export async function tell(page: Page, { say, show }: Step, pauseMs = readMs): Promise<void> {
  let left = false;
  const caption = () => page.evaluate(captionScript(say)).catch(() => {});
  // A new document has no caption yet.
  const again = () => void (left || caption());
  page.on('domcontentloaded', again);
  try {
    await caption();
    await show(page);
    await caption();
    await sleep(pauseMs);
  } finally {
    left = true;
    page.off('domcontentloaded', again);
  }
}

/** Puts words below the page, for those who watch: nothing of the page, and nothing that can be pressed. */
const captionScript = (words: string): string => `(() => {
  const id = 'zerodo-demo-caption';
  const bar = document.getElementById(id) ?? document.body.appendChild(document.createElement('div'));
  bar.id = id;
  bar.setAttribute('aria-hidden', 'true');
  bar.textContent = ${JSON.stringify(words)};
  Object.assign(bar.style, {
    position: 'fixed', left: '0', right: '0', bottom: '0', zIndex: '2147483647', pointerEvents: 'none',
    padding: '14px 24px', font: '600 18px system-ui, sans-serif', textAlign: 'center',
    color: '#ffffff', background: 'rgba(12, 58, 44, 0.92)',
  });
})()`;
