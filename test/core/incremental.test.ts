// A small part of what `npm run fuzz` does: random edits, reports made from each other and from nothing.

import { expect, test } from 'vitest';
import { fuzz } from '../fuzz/incremental.ts';

/** Another one every time, printed so that a failure can be repeated: npm run fuzz -- --seed N --count 800. */
const seed = Math.floor(Math.random() * 2 ** 31);

test(`the version before only saves time, seed ${seed}`, () => {
  console.log(`incremental: seed ${seed}`);
  expect(() => fuzz({ seed, count: 800, viewsEvery: 4 })).not.toThrow();
}, 120_000);
