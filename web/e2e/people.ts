/** Everybody's password. */
export const password = 'ten chars or more';

export type Person = { email: string; password: string };

/** Who may see the flow page of the Zerodo that the walks share; signed up when it starts. */
export const operator: Person = { email: 'operator@zerodo.test', password };

let people = 0;

/** An address that nobody in this run has. */
export const newEmail = (): string => `person-${process.pid}-${Date.now()}-${++people}@zerodo.test`;
