import { describe, expect, it } from 'vitest';
import { testScene } from './test-scene.ts';

describe('a reminder by mail', () => {
  const scene = testScene();
  const { smtp, moveClock } = scene;

  async function reminded(over: object = {}, title = 'Water the plants') {
    const person = await scene.person({ channels: ['email'] }, over);
    const due = scene.inMs(3_600_000);
    const task = await scene.creates(person.userId, {
      title,
      notes: 'The ones on the <b>balcony</b>; twice, please',
      due: { date: due.slice(0, 10), time: due.slice(11, 16), timezone: 'UTC' },
      reminders: [{ type: 'at', local: scene.inMs(5_000), timezone: 'UTC' }],
    });
    moveClock(6_000);
    await scene.checking.tick();
    return { ...person, task };
  }

  it('has a text, an HTML and a calendar part, and headers that end it with one click', async () => {
    const { email, task, userId } = await reminded();

    expect(await scene.deliver()).toEqual([204, 204]);

    const [mail] = smtp.mailTo(email);
    expect(mail).toMatchObject({
      subject: 'Reminder: Water the plants',
      from: { name: 'Zerodo', address: 'todo@example.test' },
    });
    expect(mail!.text).toContain(`https://todo.example.test/?task=${task.id}`);
    expect(mail!.html).toContain('The ones on the &lt;b&gt;balcony&lt;/b&gt;');
    const header = (name: string) => mail!.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toMatch(
      new RegExp(`^<https://todo.example.test/api/v1/unsubscribe\\?token=${userId}\\.`),
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [calendar] = mail!.attachments;
    expect(calendar).toMatchObject({ filename: 'task.ics', mimeType: 'text/calendar' });
    const ics = new TextDecoder().decode(calendar!.content as ArrayBuffer).split(/\r?\n/);
    expect(ics).toContain(`UID:${task.id}@zerodo`);
    expect(ics).toContain(`DTSTART:${task.dueAt!.slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect(await scene.ledgerOf(userId)).toMatchObject([
      { kind: 'reminder', channel: 'email', state: 'sent' },
    ]);
    expect((await scene.sql()`select state from reminders where task_id = ${task.id}`)[0]).toEqual({
      state: 'sent',
    });
  });

  it('lets no words of a title become a header', async () => {
    const { email } = await reminded({}, 'Milk\r\nBcc: everybody@example.test\r\n\r\nhello');

    await scene.deliver();

    expect(smtp.mailTo('everybody@example.test')).toHaveLength(0);
    const [mail] = smtp.mailTo(email);
    expect(mail!.subject).toBe('Reminder: Milk Bcc: everybody@example.test hello');
    expect(mail!.bcc ?? []).toHaveLength(0);
  });

  it('speaks German to whoever does', async () => {
    const { email } = await reminded({ locale: 'de-AT' });
    await scene.deliver();
    expect(smtp.mailTo(email)[0]!.subject).toBe('Erinnerung: Water the plants');
  });

  it('goes once, however often it is announced', async () => {
    const { email, userId } = await reminded();
    await scene.deliver();
    const [planned] = await scene.sql()`
      select data from events where type = 'dev.zerodo.notification.planned.v1' and user_id = ${userId}
    `;

    const again = await Promise.all(
      [1, 2, 3].map(() => scene.sending.event('dev.zerodo.notification.planned.v1', planned!.data)),
    );

    expect(again.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(smtp.mailTo(email)).toHaveLength(1);
  });

  it('goes at once, also where the clock of who planned it is ahead of ours', async () => {
    const { email } = await reminded();
    await scene.deliver(['reminder.due']);
    moveClock(-3_600_000);

    await scene.deliver();

    expect(smtp.mailTo(email)).toHaveLength(1);
  });

  it('is tried by one at a time: whoever else comes is told to come again', async () => {
    const { email, userId } = await reminded();
    await scene.deliver(['reminder.due']);
    const [planned] = await scene.sql()`
      select data from events where type = 'dev.zerodo.notification.planned.v1' and user_id = ${userId}
    `;

    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.sending.event('dev.zerodo.notification.planned.v1', planned!.data)),
    );

    expect(smtp.mailTo(email)).toHaveLength(1);
    const turned = answers.filter(({ status }) => status === 503);
    for (const { headers } of turned) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    await scene.deliver();
  });

  it('says that it is late after an outage, and keeps its Message-ID from try to try', async () => {
    const { email, userId } = await reminded();
    smtp.answers(451);
    expect(await scene.deliver()).toEqual([204, 503]);
    expect(await scene.ledgerOf(userId)).toMatchObject([
      { state: 'planned', attempts: 1, lastError: expect.stringContaining('451') },
    ]);

    smtp.answers(null);
    moveClock(120_000);
    expect(await scene.deliver()).toEqual([204]);

    const [mail] = smtp.mailTo(email);
    const [row] = await scene.sql()`select id from notifications where user_id = ${userId}`;
    expect(mail!.messageId).toBe(`<${row!.id}@todo.example.test>`);
    expect(mail!.text).toContain('This comes late');
    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'late', attempts: 2, lastError: null }]);
  });

  it('is given up where the server refuses it for good, and says so', async () => {
    const { userId, email } = await reminded();
    smtp.answers(550);

    expect(await scene.deliver()).toEqual([204, 204]);

    smtp.answers(null);
    expect(await scene.deliver()).toEqual([]);
    expect(smtp.mailTo(email)).toHaveLength(0);
    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'failed' }]);
    const failed = await scene.sql()`
      select data from events where type = 'dev.zerodo.notification.failed.v1' and user_id = ${userId}
    `;
    expect(failed).toMatchObject([{ data: { channel: 'email', reason: expect.stringContaining('550') } }]);
    expect(JSON.stringify(failed)).not.toContain(email);
  });

  it('is called off for a task that was done while the server was away', async () => {
    const { userId, email, task } = await reminded();
    smtp.answers(451);
    await scene.deliver();
    await scene.sql()`update tasks set status = 'completed' where id = ${task.id}`;
    smtp.answers(null);

    expect(await scene.deliver()).toEqual([204]);

    expect(smtp.mailTo(email)).toHaveLength(0);
    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('meets a breaker when the server keeps failing, which closes when it is back', async () => {
    const { email } = await reminded();
    smtp.answers(421);
    await scene.deliver(['reminder.due']);
    let answers: number[];
    let tries = -1;
    // Put off, the log is told that it is done with: nothing waits among the dead letters for a mail server.
    do {
      answers = await scene.deliver();
      tries += 1;
    } while (answers.includes(503));
    expect(answers).toEqual([204]);
    expect(tries).toBeLessThanOrEqual(5);
    expect(await scene.sql()`select attempts from notifications where state = 'planned'`).toEqual([
      { attempts: tries },
    ]);
    smtp.answers(null);
    moveClock(31_000);
    await scene.checking.tick();
    expect(await scene.deliver()).toEqual([204]);
    expect(smtp.mailTo(email)).toHaveLength(1);
    expect(await scene.sql()`select state from circuit_breakers where target = 'smtp'`).toMatchObject([
      { state: 'closed' },
    ]);
  });
});
