import { type Lang, LOCALES } from '../lang.ts';

const MILLION = 1_000_000;

/** How a language writes numbers; the minus is a real one, so that signs line up. */
export function numberFormats(lang: Lang) {
  const locale = LOCALES[lang];
  const make = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { useGrouping: 'always', ...options });
  const whole = make({ maximumFractionDigits: 0 });
  const score = make({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = make({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const signedWhole = make({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const millions = make({ maximumFractionDigits: 2 });
  const minus = (text: string) => text.replace('-', '−');

  return {
    /** 1.179 */
    whole: (value: number) => minus(whole.format(value)),
    /** 0,93 */
    score: (value: number) => score.format(value),
    /** +0,38 */
    weight: (value: number) => minus(signed.format(value)),
    /** −25 */
    offset: (value: number) => minus(signedWhole.format(value)),
    /** 13,5 */
    points: (value: number) => millions.format(value),
    /** 25 %; in English 25% */
    percent: (share: number) => `${whole.format(share * 100)}${lang === 'it' ? '\u00a0' : ''}%`,
    /** 22,5 M€, 750.000 €; in English €22.5M, €750,000 */
    money: (euro: number) => {
      const [figure, unit] = euro >= MILLION ? [millions.format(euro / MILLION), 'M'] : [whole.format(euro), ''];
      return lang === 'it' ? `${figure}\u00a0${unit}€` : `€${figure}${unit}`;
    },
  };
}
