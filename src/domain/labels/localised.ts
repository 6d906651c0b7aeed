/** A text in the two languages of the interface. */
export interface Localised {
  readonly it: string;
  readonly en: string;
}
