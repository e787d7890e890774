// How far a long run is: one line of a terminal, written over and over. Must not know what is done.

/** Runs shorter than this tell nothing. Milliseconds. */
const PATIENCE = 1000;
const PAUSE = 200;

export interface Progress {
  readonly done: (count: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** `show` writes to a terminal as it is; undefined where there is none. `now` in milliseconds. */
export function progress(total: number, show: ((text: string) => void) | undefined, now: () => number = () => performance.now()): Progress {
  const start = now();
  let finished = 0;
  let told = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    done: (count) => {
      finished += count;
      const at = now();
      if (!show || at - start < PATIENCE || at - told < PAUSE || finished >= total) return;
      told = at;
      isShown = true;
      show(`\r\u001b[K已校核 ${finished}/${total} 份，约剩${timeText(((at - start) / finished) * (total - finished))}。按 Ctrl+C 取消。`);
    },
    end: () => {
      if (isShown) show?.('\r\u001b[K');
      isShown = false;
    },
  };
}

function timeText(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`;
}
