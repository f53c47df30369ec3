/** Tells the next first paint which zone this browser is in. */
export const zoneCookie = 'zerodo-zone';
