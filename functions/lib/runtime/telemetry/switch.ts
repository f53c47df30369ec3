let on = false;

/** Whether somebody listens: without an OTLP endpoint nothing is measured, and no SDK is loaded. */
export const isOn = (): boolean => on;

/** Called once the SDK is there; nothing switches it off again. */
export function switchOn(): void {
  on = true;
}
