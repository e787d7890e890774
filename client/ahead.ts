// A server that is started ahead of what speaks to it: the one starts while the other is still being read. Must not know what
// kind of server, nor who speaks to it.

export interface Starter<S> {
  /** The server that was started ahead; another one where that is in use or has died. There is one at a time. */
  readonly take: () => S;
  /** For good. */
  readonly end: () => void;
}

export interface Kind<S> {
  readonly start: () => S;
  readonly isAlive: (server: S) => boolean;
  /** At once, without asking; nobody is told of it. */
  readonly end: (server: S) => void;
}

export function startAhead<S>({ start, isAlive, end }: Kind<S>): Starter<S> {
  let waiting: S | undefined;
  let taken: S | undefined;
  let isOver = false;
  try {
    waiting = start();
  } catch {
    // Who takes one is told why there is none.
  }
  return {
    take() {
      if (isOver) throw new Error('no server is started any more');
      // One that hangs would go on for ever.
      if (taken) end(taken);
      if (waiting && !isAlive(waiting)) {
        end(waiting);
        waiting = undefined;
      }
      const given = waiting ?? start();
      waiting = undefined;
      return (taken = given);
    },
    end() {
      isOver = true;
      for (const server of [waiting, taken]) if (server) end(server);
    },
  };
}
