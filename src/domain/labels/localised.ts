/** The languages of pages, mails, feeds and API, the house's own first. A new one begins here: the compiler names what it lacks. */
export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the interface. */
export type Localised = Readonly<Record<Language, string>>;
