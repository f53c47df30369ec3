type Place = { position: number; done: boolean };

/**
 * Which of the positions taken in order are done with, in whatever order that happens: the cursor
 * may move only over a stretch without gaps.
 */
export class Progress {
  #places: Place[] = [];
  #first = 0;

  /** Takes `position`, not smaller than the last one; call the answer when it is done with. */
  begin(position: number): () => void {
    const place = { position, done: false };
    this.#places.push(place);
    return () => {
      place.done = true;
      this.#pass();
    };
  }

  /** The first position that is not done with; `next` when there is none. */
  lowest(next: number): number {
    return this.#places[this.#first]?.position ?? next;
  }

  /** How many positions the cursor has not passed. */
  get size(): number {
    return this.#places.length - this.#first;
  }

  #pass(): void {
    while (this.#places[this.#first]?.done) this.#first++;
    if (this.#first < 1_000 && this.#first < this.#places.length) return;
    this.#places = this.#places.slice(this.#first);
    this.#first = 0;
  }
}
