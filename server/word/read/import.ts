// A Word document to the text of a report, and what the writer should be told of it. The file is only read. Must not know who
// asks or where the text goes.

import { readDocument } from './document.ts';
import { layOut } from './layout.ts';
import { Budget } from './limits.ts';
import type { Layout } from './lines.ts';
import type { WordDocument } from './model.ts';
import { openDocument } from './package.ts';
import type { WordText } from './text.ts';

export interface ImportOptions {
  readonly layout: Layout;
}

export interface WordImport extends WordText {
  /** What was left out or written otherwise, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Bounded in memory and time, whatever the bytes are; what a hostile file can do is be refused.
 * @throws WordRefusal, and nothing else
 */
export function importWord(bytes: Uint8Array, { layout }: ImportOptions): WordImport {
  const budget = new Budget();
  const document = readDocument(openDocument(bytes, budget), budget);
  const { word, isJoined } = layOut(document.blocks, document.notes, layout);
  return { ...word, notes: notesOn(document, isJoined) };
}

function notesOn({ counts, hidden, margins, notes }: WordDocument, isJoined: boolean): readonly string[] {
  const { comments, insertions, deletions, numbers, merged, nested, textBoxes, pictures, objects, formulas } = counts;
  return [
    numbers > 0 ? `自动编号有${numbers}处，已写成文字，编号不再自动变。` : '',
    isJoined ? '文档里一行是一段（多半是从 PDF 复制的），已把断开的句子接起来。' : '',
    insertions + deletions > 0 ? `文档里有修订没有接受或拒绝：插入的${insertions}处已写入，删除的${deletions}处没有写入。` : '',
    comments > 0 ? `批注有${comments}条，没有写入。` : '',
    counts.hidden > 0 ? `隐藏的文字有${counts.hidden}处（Word 里不打印），已写入，核对要不要：“${hidden[0] ?? ''}”。` : '',
    notes.length > 0 ? `脚注、尾注有${notes.length}条，写在文末。` : '',
    textBoxes > 0 ? `文本框有${textBoxes}个，里面的文字写在它所在的那一段后面。` : '',
    merged > 0 ? '表格里有合并的单元格，文字写在其中第一格。' : '',
    nested > 0 ? '有的单元格里还有表格，写成了这一格里的一行字。' : '',
    formulas > 0 ? `公式有${formulas}处，写成了一行字，核对一下。` : '',
    pictures > 0 ? `图片有${pictures}幅，没有写入。` : '',
    objects > 0 ? `图表和嵌入的对象有${objects}个，没有写入。` : '',
    margins.length > 0 ? `页眉、页脚没有写入：${margins.map((text) => `“${text}”`).join('、')}。` : '',
  ].filter((note) => note !== '');
}
