const LITTLE = new Set(['di', 'del', 'della', 'degli', 'e', 'per', 'la', 'il', 'of', 'and', 'the']);

/** Two letters that stand for a body: `Politecnico di Milano` → PM, `ATM` → AT. */
export function initials(name: string): string {
  const words = name.split(/[\s–-]+/u).filter((word) => /^\p{L}/u.test(word) && !LITTLE.has(word.toLowerCase()));
  const [first = '', second] = words;
  return (second === undefined ? first.slice(0, 2) : first.charAt(0) + second.charAt(0)).toUpperCase();
}
