/** Series as promtool writes them: a selector, and a value for each minute (`0+1x60` counts to 60 in an hour). */
type Series = Record<string, string>;

/** An alert that somebody has to look at now, or within days. */
export type Severity = 'page' | 'ticket';

/** What is worth waking somebody for, or a note; and what proves that it is raised when it should be, and only then. */
export type Alert = {
  /** UpperCamelCase: also the name of its runbook. */
  alert: string;
  severity: Severity;
  expr: string;
  /** How long it has to be so; at once without it. */
  for?: string;
  /** A sentence for the one who is called, in Prometheus's templates. */
  summary: string;
  /** Series that raise it after `at`, and what it says then; the labels of the alert beside its name and severity. */
  fires: { series: Series; at: string; labels?: Record<string, string>; says: string };
  /** Series that are close to it and yet well. */
  silent: { series: Series; at: string };
};

/** A series that Prometheus computes for other queries. */
export type Recording = { record: string; labels?: Record<string, string>; expr: string };

export type Rule = Alert | Recording;

/** Rules about one thing, evaluated one after the other every minute. */
export type Group = { name: string; rules: Rule[] };

export const isAlert = (rule: Rule): rule is Alert => 'alert' in rule;
