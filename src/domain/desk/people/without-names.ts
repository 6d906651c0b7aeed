/** Stands where somebody's name or address stood in what others wrote. */
export const ERASED = '[persona cancellata]';

/**
 * The full name and the address that a text may hold; a name of one word is left alone, since it is a word of the
 * language more often than a person.
 */
export const namesToErase = ({ name, email }: { name: string | null; email: string | null }): string[] =>
  [name?.trim() ?? '', email?.trim() ?? ''].filter((each) => each.includes(' ') || each.includes('@'));

/** A text without those names; «Anna Rossi» goes, «Marianna Rossini» stays. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu'), ERASED);
  }, text);
}
