// The bytes of a file as text, for both shells: UTF-8, GB18030 and UTF-16 with its mark. Must not touch files or know reports.

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface DecodedText {
  /** Without the byte order mark, as editors show it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Why bytes are no text, in a clause for the user. */
export interface NoText {
  readonly fault: string;
}

/** How files are called that may hold a report: texts, and documents that are imported. */
export const TEXT_FILE = /\.(?:md|markdown|txt|fzbg)$/iu;
export const WORD_FILE = /\.(?:docx|docm)$/iu;

/** Whether bytes begin as Word documents do, the old ones too. */
export const isArchive = (bytes: Uint8Array): boolean => ARCHIVES.some((head) => head.every((byte, i) => bytes[i] === byte));

const ARCHIVES = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]];

export function decodeText(bytes: Uint8Array): DecodedText | NoText {
  const fault = binaryFault(bytes);
  if (fault !== undefined) return { fault };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: codeUnits(bytes.subarray(2)), encoding: 'utf-16le', bom: true };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes), encoding: 'utf-8', bom };
  } catch {
    // Not UTF-8: the other encoding in use is the national one, in which nearly every byte sequence is something.
  }
  try {
    return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'gb18030', bom: false };
  } catch {
    return { fault: '既不是 UTF-8 也不是 GB18030 编码的文本，用编辑器另存为 UTF-8 后再检查' };
  }
}

/** As they are: a decoder would replace a surrogate that stands alone. */
function codeUnits(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from + 1 < bytes.length; from += PIECE) {
    const units: number[] = [];
    for (let i = from; i + 1 < bytes.length && i < from + PIECE; i += 2) units.push((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

/** Bytes; a call takes only so many arguments. */
const PIECE = 8192;

function binaryFault(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (isArchive(bytes)) return '这是 Word 或压缩文件，不是文本';
  if (head.startsWith('%PDF')) return '这是 PDF 文件，先把文字复制出来存为纯文本再检查';
  return undefined;
}
