/** The article or preposition before a day: `il 12 marzo`, `l’8 marzo`, `dall’11 marzo`, `1º marzo`. */
export function day(article: keyof typeof ELIDED, when: string): string {
  const number = /^\d+/.exec(when)?.[0];
  const text = number === '1' ? when.replace('1', '1º') : when;
  return number === '8' || number === '11' ? `${ELIDED[article]}${text}` : `${article} ${text}`;
}

const ELIDED = { il: 'l’', al: 'all’', del: 'dell’', dal: 'dall’', Dal: 'Dall’' } as const;
