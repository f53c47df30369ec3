/** Who is signed in, as the page shows it. */
export type Person = {
  id: string;
  name: string;
  email: string;
  locale: string | null;
  /** May watch the installation and put it right. */
  operator: boolean;
};
