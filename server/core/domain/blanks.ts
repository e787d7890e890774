// The words that our own drafts leave to be filled in, 【写明原因】: what is left of them in a report is a template's rest.
// Collected from the data that holds them. Must not hold words of its own.

import * as draft from './draft.ts';
import { METRICS } from './metrics.ts';
import { PARTS } from './parts.ts';
import { REASON_STUB } from './reasons.ts';
import { TOPICS } from './topics.ts';

const BLANK = /【([^【】]*)】/gu;

export const BLANKS: readonly string[] = [...new Set([...JSON.stringify([PARTS, TOPICS, METRICS, REASON_STUB, draft]).matchAll(BLANK)].map(([, words = '']) => words))];
