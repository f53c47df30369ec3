/** The calendar. */
export const calendar = {
  span: 'How much to show',
  month: 'Month',
  week: 'Week',
  before: { month: 'Month before', week: 'Week before' },
  after: { month: 'Month after', week: 'Week after' },
  coming: (title: string) => `${title}, comes by its rule`,
};
