// The doors of everything that knows Word files. A bundle of its own in Node, and loaded on first use everywhere, since it is
// rarely needed. Bytes in and out; must not touch files, know an editor or ask a clock.

export { exportWord } from './export.ts';
