/** Small enough that odd inputs cannot fill the memory. */
const MOST = 1000;

/** A pure function of a text that is asked for the same few texts again and again. */
export function remembered<Value>(of: (text: string) => Value, most = MOST): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const value = of(text);
    known.set(text, value);
    return value;
  };
}
