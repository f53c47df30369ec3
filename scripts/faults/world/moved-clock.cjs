'use strict';
// What `node --require` loads into every process of a run: the clock, wrong by as many milliseconds as a file says. The file may
// change at any time, as a clock does that is put right by somebody; timers go on, as they do then.
const { readFileSync } = require('node:fs');

const RightDate = Date;
/** How soon a moved clock is seen everywhere. */
const lookMs = 100;

module.exports = function follow(file) {
  let offset = 0;
  const look = () => {
    try {
      offset = Number(readFileSync(file, 'utf8')) || 0;
    } catch {
      offset = 0;
    }
  };
  look();
  setInterval(look, lookMs).unref();
  const now = () => RightDate.now() + offset;
  globalThis.Date = new Proxy(RightDate, {
    get: (right, key) => (key === 'now' ? now : Reflect.get(right, key)),
    apply: () => new RightDate(now()).toString(),
    construct: (right, given, called) =>
      Reflect.construct(right, given.length === 0 ? [now()] : given, called),
  });
};
