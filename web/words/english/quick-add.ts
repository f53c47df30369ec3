/** Writing a task, and what was understood of it. */
export const quickAdd = {
  form: 'Add a task',
  field: 'New task',
  placeholder: 'New: call Ana tomorrow 16:00',
  placeholderFor: (place: string) => `Add a task to ${place}`,
  submit: 'Add task',
  understood: 'Understood',
  understoodAll: (chips: string) => `Understood: ${chips}`,
  keepAsWords: (chip: string) => `${chip}: keep as words`,
  suggestions: { '#': 'Projects', '@': 'Labels', '/': 'Sections', '+': 'Who does it' },
  deadline: (day: string) => `Deadline ${day}`,
  priority: (level: number) => `Priority ${level}`,
  from: (moment: string) => `From ${moment}`,
};
