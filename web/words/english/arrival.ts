/** What is said to who has just come: for the first time, or to another place. */
export const arrival = {
  firstRun: {
    label: 'First steps',
    title: 'Three tasks to try things with',
    hint: 'Tick the first one off, open the second, do what the third says.',
    remove: 'I know, remove them',
    keep: 'Keep them',
    removed: 'The sample tasks are gone',
    failed: 'Not all of them could be removed',
  },
  samples: [
    {
      title: 'Tick me off: I come back tomorrow',
      notes: [
        'This task **repeats every day**. Press its circle, and the next one is there at once: look into the Inbox (press `g`, then `i`).',
        'Ticked by mistake? The message has an undo, and `u` does the same.',
        'Every rule in one list, to pause or end it: **Recurring** (`g`, then `r`).',
      ],
    },
    {
      title: 'Open me and look around',
      notes: [
        'You are in a task. All of it changes where it stands, and saves itself:',
        '- the day, in words: try `friday 16:00`\n- a reminder, a label, a priority\n- subtasks, and notes like this one, in Markdown',
        'Below is the history: who changed what and when, each line with an undo. `Esc` closes.',
      ],
    },
    {
      title: 'Press q and write: Call Ana tomorrow 16:00',
      notes: [
        'Write a task as you would say it. What was understood shows as chips while you type; a chip that is wrong goes away with its ×.',
        '`#` puts it into a project, `@` gives it a label, `p1` makes it urgent, `every 3 days` repeats it.',
        '`?` lists all keys, `Ctrl K` finds and does anything.',
      ],
    },
  ],
  zone: {
    label: 'Time zone',
    question: (city: string) => `You seem to be in ${city} now. Use its time?`,
    means: (city: string) =>
      `Reminders and “today” then follow ${city}. Floating tasks keep their clock time there; tasks with a zone of their own stay at their instant.`,
    yes: 'Use it',
    later: 'Not now',
    never: 'Don’t ask for this zone again',
    done: (city: string) => `Your time is that of ${city} now`,
    failed: 'The time zone was not changed',
  },
};
