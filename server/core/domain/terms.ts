// All dated wordings, from the files of this folder's terms/. Assembles, holds no data of its own.

import { OUTDATED } from './terms/outdated.ts';
import type { TermSpec } from './types.ts';

export const TERMS: readonly TermSpec[] = [...OUTDATED];
