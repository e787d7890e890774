// What the preview of an editor is told: the sheet, the blocks of a report, and in each of them what was found there. Places
// inside a block count from its start, so that a block is the same wherever it has moved. Must not break lines or pages.

import { printFor, type Face, type PrintBlock, type PrintRole, type Problem, type Report, type Severity, type Sheet } from '../core/index.ts';

/** Offsets from the start of the block, end exclusive. */
export interface ProtocolMark {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly message: string;
}

export interface ProtocolBlock extends Omit<PrintBlock, 'span'> {
  readonly marks?: readonly ProtocolMark[];
}

export interface ProtocolPages {
  readonly version: number;
  readonly sheet: Omit<Sheet, 'faces' | 'latin'> & { readonly faces: Readonly<Record<PrintRole, Omit<Face, 'shape'>>>; readonly latin: Omit<Face, 'shape' | 'size' | 'bold' | 'tracking'> | null };
  readonly blocks: readonly ProtocolBlock[];
  /** Offset in the source at which each block starts. */
  readonly starts: readonly number[];
}

export function pagesOf(report: Report, problems: readonly Problem[], sheet: Sheet, version: number): ProtocolPages {
  const { blocks } = printFor(report, sheet);
  const { faces, latin, ...lengths } = sheet;
  return {
    version,
    sheet: { ...lengths, faces: Object.fromEntries(Object.entries(faces).map(([role, { shape: _, ...face }]) => [role, face])) as ProtocolPages['sheet']['faces'], latin: latin ? { font: latin.font, families: latin.families, generic: latin.generic } : null },
    blocks: withMarks(blocks, problems),
    starts: blocks.map(({ span }) => span.start),
  };
}

/** Problems are in order of position, and so are blocks; one that reaches over several blocks is told in each. */
function withMarks(blocks: readonly PrintBlock[], problems: readonly Problem[]): readonly ProtocolBlock[] {
  const marks: ProtocolMark[][] = blocks.map(() => []);
  let first = 0;
  for (const { span, severity, message } of problems) {
    while (first < blocks.length - 1 && (blocks[first] as PrintBlock).span.end <= span.start) first++;
    for (let i = first; i < blocks.length; i++) {
      const { span: own } = blocks[i] as PrintBlock;
      if (own.start >= span.end) break;
      const [start, end] = [Math.max(span.start, own.start) - own.start, Math.min(span.end, own.end) - own.start];
      if (start < end) marks[i]?.push({ start, end, severity, message });
    }
  }
  return blocks.map(({ span: _, ...block }, i) => ({ ...block, ...((marks[i]?.length ?? 0) > 0 ? { marks: marks[i] as readonly ProtocolMark[] } : {}) }));
}
