import type { Page } from 'playwright-core';

export type Filled = { projectId: string };

/** Gives the person of the page something in every view, over the API. */
export const fill = (page: Page): Promise<Filled> =>
  page.evaluate(async () => {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const call = async (path: string, body: object) => {
      const response = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    const add = (fields: object) => call('/tasks', { timezone, ...fields });
    const day = (distance: number) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(Date.now() + distance * 86_400_000);

    const project = await call('/projects', {
      name: 'Website',
      color: '#3366ff',
      sections: ['Design', 'Build'],
    });
    await add({ title: 'Draw the start page', projectId: project.id, section: 'Design' });
    await add({ title: 'Renew the library books', due: { date: day(-2) } });
    await add({ title: 'Write the letter', due: { date: day(0) }, labels: ['writing'] });
    await add({ title: 'Book the train', due: { date: day(20) }, priority: 2 });
    await add({ title: 'Buy milk' });
    await add({ quickAdd: 'Pay rent every month on the 1st p1 @money' });
    const done = await add({ title: 'Answer the letter', due: { date: day(0) } });
    await call(`/tasks/${done.id}/complete`, {});
    return { projectId: project.id };
  });
