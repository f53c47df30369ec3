import type { ArrivalWords } from '../../features/arrival/use-arrival-words.ts';

export const arrival: ArrivalWords = {
  firstRun: {
    label: 'Erste Schritte',
    title: 'Drei Aufgaben zum Ausprobieren',
    hint: 'Hak die erste ab, öffne die zweite, tu, was die dritte sagt.',
    remove: 'Kenne ich, weg damit',
    keep: 'Behalten',
    removed: 'Die Beispiele sind weg',
    failed: 'Nicht alle ließen sich entfernen',
  },
  samples: [
    {
      title: 'Hak mich ab: Morgen komme ich wieder',
      notes: [
        'Diese Aufgabe **wiederholt sich jeden Tag**. Drück auf ihren Kreis, und die nächste ist sofort da: Sieh im Eingang nach (drück `g`, dann `i`).',
        'Aus Versehen abgehakt? In der Meldung steht „Rückgängig“, und `u` tut dasselbe.',
        'Alle Regeln in einer Liste, zum Anhalten oder Beenden: **Wiederkehrend** (`g`, dann `r`).',
      ],
    },
    {
      title: 'Öffne mich und sieh dich um',
      notes: [
        'Du bist in einer Aufgabe. Alles lässt sich da ändern, wo es steht, und speichert sich von selbst:',
        '- der Tag, in Worten: versuch `freitag 16:00`\n- eine Erinnerung, ein Etikett, eine Priorität\n- Teilaufgaben, und Notizen wie diese, in Markdown',
        'Unten steht der Verlauf: wer wann was geändert hat, jede Zeile lässt sich zurücknehmen. `Esc` schließt.',
      ],
    },
    {
      title: 'Drück q und schreib: Ana morgen 16:00 anrufen',
      notes: [
        'Schreib eine Aufgabe so, wie du sie sagen würdest. Was verstanden wurde, zeigt sich beim Tippen; was falsch ist, verschwindet mit seinem ×.',
        '`#` legt sie in ein Projekt, `@` gibt ihr ein Etikett, `p1` macht sie dringend, `alle 3 Tage` wiederholt sie.',
        '`?` zeigt alle Tasten, `Strg K` findet und tut alles.',
      ],
    },
  ],
  zone: {
    label: 'Zeitzone',
    question: (city) => `Du bist anscheinend gerade in ${city}. Die Zeit dort übernehmen?`,
    means: (city) =>
      `Erinnerungen und „heute“ richten sich dann nach ${city}. Aufgaben ohne feste Zone behalten dort ihre Uhrzeit; Aufgaben mit eigener Zone bleiben, wann sie sind.`,
    yes: 'Übernehmen',
    later: 'Jetzt nicht',
    never: 'Für diese Zone nicht mehr fragen',
    done: (city) => `Deine Zeit ist jetzt die von ${city}`,
    failed: 'Die Zeitzone wurde nicht geändert',
  },
};
