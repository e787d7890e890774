// What an offer to write on consists of. Types only.

import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export interface Completion {
  readonly label: string;
  /** What it is: who issued it, how it is computed, by which initials it is called up. */
  readonly detail: string;
  readonly kind: 'title' | 'phrase' | 'part' | 'topic' | 'figure' | 'text';
  /** Words by which it is found. Where the list is not whole, what stands in `span` before the cursor. */
  readonly filter: string;
  /** What takes the place of `span`, which holds the cursor. */
  readonly text: string;
  /** The same with places to fill in, where there are any. */
  readonly template?: string;
  readonly span: Span;
  /** What will be written, where the label does not show it. */
  readonly preview?: string;
  /** What else changes: numbers that follow. */
  readonly edits?: readonly Edit[];
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Whether typing on can only narrow the list; otherwise it is asked for anew. */
  readonly isWhole: boolean;
}
