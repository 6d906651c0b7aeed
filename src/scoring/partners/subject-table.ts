/** How much each of many has of every subject, laid out so that a topic, which has few, is compared only in those. */
export class SubjectTable {
  readonly #size: number;
  /** All values of the first subject, then of the second. */
  readonly #values: Float64Array;

  constructor(owners: readonly Float64Array[]) {
    this.#size = owners.length;
    this.#values = new Float64Array(owners.length * (owners[0]?.length ?? 0));
    owners.forEach((subjects, owner) => {
      subjects.forEach((value, subject) => {
        this.#values[subject * owners.length + owner] = value;
      });
    });
  }

  /** Of each owner the nearness to the subjects of a topic. */
  nearTo(subjects: Float64Array): Float64Array {
    const near = new Float64Array(this.#size);
    for (let subject = 0; subject < subjects.length; subject += 1) {
      const value = subjects[subject] ?? 0;
      if (value === 0) continue;
      const from = subject * this.#size;
      for (let i = 0; i < near.length; i += 1) near[i] = (near[i] ?? 0) + value * (this.#values[from + i] ?? 0);
    }
    return near;
  }
}
