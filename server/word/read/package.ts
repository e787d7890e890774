// A file taken for what it is, and the parts of a Word document in it. What stands outside the file is never followed. Must not
// know what the parts say.

import { LARGEST_FILE, type Budget } from './limits.ts';
import { DAMAGED, WordRefusal } from './refusal.ts';
import { readXml, type Element } from './xml.ts';
import { Archive } from './zip.ts';

export interface Parts {
  /** Name of the part that holds the body. */
  readonly name: string;
  readonly document: Element;
  readonly styles: Element | undefined;
  readonly numbering: Element | undefined;
  readonly footnotes: Part | undefined;
  readonly endnotes: Part | undefined;
  readonly comments: Part | undefined;
  /** Headers and footers. */
  readonly margins: readonly Element[];
}

export interface Part {
  readonly name: string;
  readonly root: Element;
}

const DOCUMENT = 'word/document.xml';

/** Archives of another kind, by an entry that they have. */
const OTHERS: readonly (readonly [entry: RegExp, sentence: string])[] = [
  [/^xl\//iu, '这是 Excel 表格，不是 Word 文档；把报告正文存成 .docx 再导入。'],
  [/^ppt\//iu, '这是 PowerPoint 演示文稿，不是 Word 文档；把报告正文存成 .docx 再导入。'],
  [/^ofd\.xml$/iu, '这是 OFD 版式文件，不是 Word 文档；找到它的 Word 原稿，或者转换成 .docx 再导入。'],
  [/^content\.xml$/iu, '这是 OpenDocument 文档，不是 .docx；在 WPS 或 LibreOffice 里另存为 .docx 再导入。'],
];

/** Other files, by how they begin. */
const HEADS: readonly (readonly [head: RegExp, sentence: string])[] = [
  [/^%PDF/u, '这是 PDF 文件，不是 Word 文档；找到它的 Word 原稿，或者把文字复制出来。'],
  [/^\{\\rtf/u, '这是 RTF 文档（有的 .doc 其实是它），在 Word 或 WPS 里另存为 .docx 再导入。'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html|\?xml)/iu, '这是网页或者 XML（有的 .doc 其实是它），在 Word 或 WPS 里另存为 .docx 再导入。'],
];

const NOT_WORD = '这不是 Word 文档（.docx）；在 Word 或 WPS 里打开，另存为 .docx 再导入。';

/** @throws WordRefusal */
export function openDocument(bytes: Uint8Array, budget: Budget): Parts {
  if (bytes.length > LARGEST_FILE) throw new WordRefusal(tooLargeText());
  if (bytes.length === 0) throw new WordRefusal('这个文件是空的。');
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new WordRefusal(isLocked(bytes) ? '这份文档设了打开密码，在 Word 或 WPS 里取消密码，存好再导入。' : '这是旧版 Word（.doc）或者 WPS（.wps）的文档，在 Word 或 WPS 里另存为 .docx 再导入。');
  if (!head.startsWith('PK')) throw new WordRefusal(HEADS.find(([pattern]) => pattern.test(head))?.[1] ?? NOT_WORD);
  const archive = new Archive(bytes);
  const read = (name: string | undefined): Element | undefined => {
    const pieces = name === undefined ? undefined : archive.read(name, budget);
    return pieces && readXml(pieces, budget);
  };
  const name = [...targets(read('_rels/.rels'), '', 'officeDocument'), DOCUMENT].find((each) => archive.has(each));
  const other = OTHERS.find(([entry]) => archive.find(entry))?.[1];
  if (name === undefined) throw new WordRefusal(other ?? '这个压缩文件里没有 Word 文档的正文，不是 .docx；在 Word 或 WPS 里另存为 .docx 再导入。');
  if (archive.find(/(?:^|\/)vbaProject\.bin$/iu)) throw new WordRefusal('文档里带有宏，没有读；在 Word 或 WPS 里另存为不带宏的 .docx 再导入。');
  const document = read(name);
  if (document?.name !== 'w:document') throw new WordRefusal(other ?? DAMAGED);
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const relations = read(`${folder}_rels/${name.slice(folder.length)}.rels`);
  const named = (type: string): string | undefined => [...targets(relations, folder, type), `${folder}${type}.xml`].find((each) => archive.has(each));
  const part = (type: string): Part | undefined => {
    const at = named(type);
    const root = read(at);
    return at !== undefined && root ? { name: at, root } : undefined;
  };
  return {
    name,
    document,
    styles: read(named('styles')),
    numbering: read(named('numbering')),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    margins: ['header', 'footer'].flatMap((type) => [...new Set(targets(relations, folder, type))].flatMap((each) => read(each) ?? [])),
  };
}

/** In the sentence of the shells too, which look at the size before they read. */
export const tooLargeText = (): string => `文件超过 ${LARGEST_FILE / 1024 / 1024} MB，没有读；把里面的图片删去或者压缩，存好再导入。`;

/** Parts of the archive that relationships of one type name. Both dialects end their types alike. */
function targets(relations: Element | undefined, folder: string, type: string): readonly string[] {
  return (relations?.children ?? []).flatMap(({ name, attributes }) => {
    const { Type = '', Target = '', TargetMode } = attributes;
    return name === 'rel:Relationship' && TargetMode !== 'External' && Type.endsWith(`/${type}`) ? [resolved(folder, Target)] : [];
  });
}

/** What leads out of the archive leads to its root, where nothing of that name is. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Names in an OLE file stand in UTF-16 at the heads of entries of 128 bytes. */
function isLocked(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  for (let at = 512; at + 2 * name.length <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}
