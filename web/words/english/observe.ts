/** The page of traces and metrics, for operators. */
export const observe = {
  traces: 'Traces',
  metrics: 'Metrics',
  chooseTrace: 'Choose a trace to see who did what, and when.',
  waterfall: (name: string) => `Trace: ${name}`,
  row: (start: string, took: string) => `begins after ${start} and takes ${took}`,
  failed: 'failed',
  spans: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  close: 'Close',
  empty: 'Nothing has happened yet: complete a task, and it shows here.',
  off: 'Nothing is kept here',
  offWords:
    'Start Zerodo on your machine with “npm start -- --observe”. On a cluster, traces and metrics go to your collector.',
  p95: '95 % below',
  values: (count: number) => (count === 1 ? '1 value' : `${count} values`),
  lately: (points: number, seconds: number) => `the last ${points} times ${seconds} seconds`,
};
