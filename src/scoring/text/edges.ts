/** Steps of a trie: from a node by a word to the next node. One flat hash table with linear probing, doubled when half full. */
export class Edges {
  #nodes = new Int32Array(1 << 10);
  #words = new Int32Array(1 << 10);
  #nexts = new Int32Array(1 << 10);
  #count = 0;
  /** By node: whether any step leads on from it. */
  #leading = new Uint8Array(1 << 10);

  leadOn(node: number): boolean {
    return this.#leading[node] === 1;
  }

  /** The node that the word leads to, 0 where it leads nowhere (the root is no step's end). */
  next(node: number, word: number): number {
    const last = this.#nexts.length - 1;
    for (let slot = firstSlot(node, word) & last; ; slot = (slot + 1) & last) {
      const next = this.#nexts[slot] ?? 0;
      if (next === 0 || (this.#nodes[slot] === node && this.#words[slot] === word)) return next;
    }
  }

  /** A step that is not there yet. */
  add(node: number, word: number, next: number): void {
    if (this.#count * 2 >= this.#nexts.length) this.#double();
    this.#put(node, word, next);
    this.#count += 1;
    if (node >= this.#leading.length) {
      const larger = new Uint8Array(Math.max(node + 1, this.#leading.length * 2));
      larger.set(this.#leading);
      this.#leading = larger;
    }
    this.#leading[node] = 1;
  }

  #put(node: number, word: number, next: number): void {
    const last = this.#nexts.length - 1;
    let slot = firstSlot(node, word) & last;
    while (this.#nexts[slot] !== 0) slot = (slot + 1) & last;
    this.#nodes[slot] = node;
    this.#words[slot] = word;
    this.#nexts[slot] = next;
  }

  #double(): void {
    const [nodes, words, nexts] = [this.#nodes, this.#words, this.#nexts];
    this.#nodes = new Int32Array(nexts.length * 2);
    this.#words = new Int32Array(nexts.length * 2);
    this.#nexts = new Int32Array(nexts.length * 2);
    nexts.forEach((next, slot) => {
      if (next !== 0) this.#put(nodes[slot] ?? 0, words[slot] ?? 0, next);
    });
  }
}

function firstSlot(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
