/**
 * The answers to the questions asked last. For texts that a portal repeats word for word on neighbouring calls: reading
 * each once is a good part of what a first collect costs, and keeping all of them would be most of its memory.
 */
export class Recent<Value> {
  readonly #answers = new Map<string, Value>();

  constructor(private readonly most: number) {}

  /** The answer kept for a question, or the one that is found now. */
  of(question: string, find: () => Value): Value {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const found = find();
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= this.most && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(question, found);
    return found;
  }
}
