import { inMs } from '../flow/ms.ts';

/** A value of a metric as short as it can be read; what is counted is said by the metric's name. */
export function inUnit(value: number, unit: string): string {
  if (unit === 's') return inMs(value * 1000);
  return Number.isInteger(value) ? String(value) : value.toPrecision(2);
}
