// Upper bounds of histograms. A threshold that something is promised about is one of them, or nothing could be said about it.

/** An answer of the API: 200 ms is promised. */
export const request = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 10];

/** One message in one function, up to the longest time budget. */
export const work = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30, 120];

export const start = [0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2, 5];

/** Between an event and its consumer; the last ones are an outage. */
export const lag = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800];

/** From completion to the next occurrence: 1 s is promised. */
export const occurrence = [0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 15, 60, 300];

/** Of a reminder: 5 s are promised. */
export const lateness = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 3_600];

// Web vitals: what counts as good ends, and what counts as poor begins, at a bound (web.dev/articles/vitals).
export const largestPaint = [0.5, 1, 1.5, 2, 2.5, 3, 4, 6, 10];
export const firstPaint = [0.5, 1, 1.8, 2.4, 3, 5, 10];
export const firstByte = [0.1, 0.2, 0.4, 0.8, 1.2, 1.8, 3, 5];
export const interaction = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2];
export const layoutShift = [0.01, 0.05, 0.1, 0.15, 0.25, 0.5, 1];
