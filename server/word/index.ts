// Word documents, and workbooks where a ledger is one: the doors of this folder. It is large and seldom needed, so nobody loads it at the start: it is a bundle of its
// own in Node, and evaluated on first use in a browser. Bytes in and out; must not know VS Code, Node, files or a clock.

export { annotateWord, type Comment, type Signature } from './comments.ts';
export { exportWord } from './export.ts';
export { exportPaper } from './paper.ts';
export { importWord, type ImportOptions, type WordImport } from './read/import.ts';
export { LARGEST_FILE } from './read/limits.ts';
export { tooLargeText } from './read/package.ts';
export { WordRefusal } from './read/refusal.ts';
export { placeAt, type Origin, type Place, type WordText } from './read/text.ts';
export { readWorkbook, type WorkbookTable } from './read/workbook.ts';
