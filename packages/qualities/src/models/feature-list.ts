/** A growing list of feature hashes that is used again for every sentence, so that reading allocates nothing. */
export class FeatureList {
  keys = new Int32Array(512);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(key: number): void {
    if (this.length === this.keys.length) {
      const larger = new Int32Array(this.keys.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.length] = key;
    this.length += 1;
  }

  /** Adds what does not stand in the list from `from` on; meant for a few dozen at most. */
  addOnce(key: number, from: number): void {
    for (let at = from; at < this.length; at += 1) if (this.keys[at] === key) return;
    this.add(key);
  }
}
