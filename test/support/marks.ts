// Findings written into the text itself, in characters no report uses: `⟦96.8%⟧{figure-rate-mismatch: message}`.
// `mark(text, findings) === marked` is the one assertion; updating a fixture is writing the left side back.

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Marks nest; several labels on the same span stand behind each other in the order given. */
export function mark(text: string, marks: readonly Mark[]): string {
  const spans = new Map<string, { start: number; end: number; labels: string[] }>();
  for (const { start, end, label } of marks) {
    const key = `${start}-${end}`;
    const known = spans.get(key);
    if (known) known.labels.push(label);
    else spans.set(key, { start, end, labels: [label] });
  }
  const ordered = [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = 0;
  const open: typeof ordered = [];
  const closeUpTo = (offset: number): void => {
    for (let last = open[open.length - 1]; last && last.end <= offset; last = open[open.length - 1]) {
      result += text.slice(at, last.end) + '⟧' + last.labels.map((label) => `{${label}}`).join('');
      at = last.end;
      open.pop();
    }
  };
  for (const span of ordered) {
    closeUpTo(span.start);
    const outer = open[open.length - 1];
    if (outer && span.end > outer.end) throw new RangeError(`marks cross at ${span.start}`);
    result += text.slice(at, span.start) + '⟦';
    at = span.start;
    open.push(span);
  }
  closeUpTo(text.length);
  return result + text.slice(at);
}

/** The text without its marks, and the marks. */
export function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const starts: number[] = [];
  let text = '';
  for (let i = 0; i < marked.length; ) {
    const c = marked[i] as string;
    if (c === '⟦') {
      starts.push(text.length);
      i++;
    } else if (c === '⟧') {
      const start = starts.pop();
      if (start === undefined) throw new RangeError(`⟧ without ⟦ at ${i}`);
      i++;
      while (marked[i] === '{') {
        const end = marked.indexOf('}', i);
        marks.push({ start, end: text.length, label: marked.slice(i + 1, end) });
        i = end + 1;
      }
    } else {
      text += c;
      i++;
    }
  }
  if (starts.length > 0) throw new RangeError('⟦ without ⟧');
  return { text, marks };
}
