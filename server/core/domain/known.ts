// Until when the data is known. Beyond that day nothing is asserted: what has changed since cannot be told.

import type { IsoDay } from './validity.ts';

export const KNOWN_UNTIL: IsoDay = '2026-03-31';
