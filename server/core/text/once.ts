// Answers kept beside what they are answers about, so that whoever asks second waits for nothing. For pure questions about
// immutable things. Must not know what is asked.

/** `find`, worked out once for each key and kept as long as the key lives. */
export function oncePer<K extends object, T>(find: (key: K) => T & ({} | null)): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
