/** The named members of a record and no others: a row of the store carries more than its noun. */
export function pick<Noun extends object, Key extends keyof Noun>(noun: Noun, keys: readonly Key[]): Pick<Noun, Key> {
  const picked: Partial<Pick<Noun, Key>> = {};
  for (const key of keys) picked[key] = noun[key];
  // Every key was copied just above.
  return picked as Pick<Noun, Key>;
}
