/** Longer ones are cut. */
const longest = 100;

/**
 * Shows nothing itself and changes how what stands around it is shown or compared: marks and overrides of direction
 * (Trojan Source), spaces without width, tags. What joins letters and emoji stays.
 */
const unseen =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * A name as it can stand between other people's words: in one line, composed (NFC), turning nothing around, and of a height
 * that leaves other lines alone. Letters that look like others stay, since names are no proof of who somebody is.
 *
 * @returns '' where nothing is left
 */
export const personName = (written: string): string =>
  [
    ...written
      .toWellFormed()
      .normalize('NFC')
      .replace(unseen, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(/(\p{M}{3})\p{M}+/gu, '$1')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
    .trim();
