/** What the views say where there is nothing; Today has words among the tasks. */
export const views = {
  inboxTitle: 'The inbox is empty',
  inbox: 'Whatever has no project yet lands here. Write it above.',
  upcomingTitle: 'Nothing is planned',
  upcoming: 'Give a task a day, for example “Call Ana on Friday”, and it shows here.',
  projectTitle: 'No tasks in this project',
  project: 'Write the first one above; it is added here.',
  labelTitle: 'No open tasks with this label',
  label: 'What you write above gets it.',
  completedTitle: 'Nothing is done yet',
  completed: 'Complete a task and it is kept here, day by day.',
  projectGoneTitle: 'There is no such project',
  projectGone: 'It was deleted, or you do not belong to it any more.',
};
