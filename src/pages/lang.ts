import { LANGUAGES, type Language } from '../domain/labels/localised.ts';
/** The interface's languages, the house's own first. */
export const LANGS = LANGUAGES;
export type Lang = Language;

/** How a language writes numbers and days. */
export const LOCALES: Readonly<Record<Lang, string>> = { it: 'it-IT', en: 'en-GB' };

export const isLang = (value: string | undefined): value is Lang => LANGS.some((lang) => lang === value);

/** Asked for in the address, else kept in the cookie, else what the browser prefers, else Italian. */
export function pickLang(asked: string | undefined, kept: string | undefined, accepted: string | undefined): Lang {
  if (isLang(asked)) return asked;
  if (isLang(kept)) return kept;
  return preferred(accepted ?? '') ?? 'it';
}

/** The best language of an `Accept-Language` header that we speak: `de, en;q=0.8, it;q=0.5` → `en`. */
function preferred(header: string): Lang | undefined {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const q = parameters
      .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
      .find((value) => value !== undefined);
    return { lang: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
  });
  return wishes
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ lang }) => lang)
    .find(isLang);
}
