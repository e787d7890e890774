// Answers kept with what they are answers about, so that whoever asks second waits for nothing. For pure questions about
// immutable things. Must not know what is asked.

/** The answers about one thing; they live and die with it. Not seen by whoever compares two such things. */
export class Answers {
  readonly #known = new Map<unknown, unknown>();

  /** `find(about)`, worked out the first time. */
  get<K, T>(find: (about: K) => T, about: K): T {
    if (this.#known.has(find)) return this.#known.get(find) as T;
    const found = find(about);
    this.#known.set(find, found);
    return found;
  }
}

/** `find`, worked out once for each thing. */
export const oncePer =
  <K extends { readonly answers: Answers }, T>(find: (about: K) => T): ((about: K) => T) =>
  (about) =>
    about.answers.get(find, about);
