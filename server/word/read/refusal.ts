// Why a file is not read as a Word document: one class, one sentence for the user. Must not know where it is shown.

/** What cannot be read, in one sentence that ends with 。 */
export class WordRefusal extends Error {}

export const DAMAGED = '文件不完整或者已损坏，在 Word 或 WPS 里打开，另存一份再导入。';
export const TOO_LARGE = '文档展开以后太大，不像一份报告，没有读。';
