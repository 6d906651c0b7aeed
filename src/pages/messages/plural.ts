import { type Lang, LOCALES } from '../lang.ts';

/** The forms of one counted phrase; `#` stands for the number. Italian's and English's other categories fall to `other`. */
export interface PluralForms {
  /** Said instead of the number where there is nothing. */
  zero?: string;
  one: string;
  other: string;
}

/** A function that words a count by the language's own rule: `plural('it')(2, { one: '# bando', other: '# bandi' })`. */
export function plural(lang: Lang): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(LOCALES[lang], { useGrouping: 'always' });
  return (count, forms) => {
    if (count === 0 && forms.zero !== undefined) return forms.zero;
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replaceAll('#', numbers.format(count));
  };
}
