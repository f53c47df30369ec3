/** Several lines that were pasted at once. */
export const manyLines = {
  ask: (tasks: string) => `Make ${tasks}?`,
  make: (tasks: string) => `Make ${tasks}`,
  most: (most: number) => `The first ${most} now, then the next.`,
  failed: (tasks: string) => `Not made: ${tasks}. Try these again?`,
  oneLine: 'As one task',
  notAtAll: 'Cancel',
  progress: (done: number, of: number) => `${done} of ${of}`,
};
