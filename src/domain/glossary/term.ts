/**
 * How a city's people say it in Italian, and what the calls call it in English. Alternatives are divided by `|`; the
 * Italian side is compared without endings, so one form stands for singular and plural, and little words (`di`, `della`) count
 * nowhere. `cycling +walking +road` counts near one of those words only: the index stems, and *cycling* and *water cycle*
 * share a stem. Checked by hand, 2026-11-22 and 2026-12-01.
 */
export type Term = readonly [italian: string, english: string];
