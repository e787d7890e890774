// The parts of a Word document to a document as Word shows it: deletions gone, fields by their results, one of several
// alternatives, numbers counted. What is not known is entered, so that no text is lost. Must not know how the text is laid out.

import type { Budget } from './limits.ts';
import type { Block, Cell, Counts, NoteMark, Paragraph, Row, Stretch, Table, WordDocument } from './model.ts';
import { Numbers } from './numbering.ts';
import type { Part, Parts } from './package.ts';
import { Styles, type Style } from './styles.ts';
import { symbol } from './symbols.ts';
import type { Place } from './text.ts';
import { child, childrenOf, integer, isOn, valueOf, type Element } from './xml.ts';
import { TOO_LARGE, WordRefusal } from './refusal.ts';

const MOST_PARAGRAPHS = 100_000;
/** Word has 63. */
const MOST_COLUMNS = 100;
const DEEPEST_FIELD = 50;
/** Of what is hidden or stands in a margin so much is told. */
const QUOTED = 20;

/** They hold no text, or none that Word shows: properties, what was deleted or moved away, what is read above text in small. */
const UNSEEN = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sectPr', 'w:sdtPr', 'w:sdtEndPr', 'w:rubyPr', 'w:rt', 'w:delText', 'w:delInstrText', 'w:tblPrEx', 'm:oMathParaPr']);
const DELETED = new Set(['w:del', 'w:moveFrom']);
const INSERTED = new Set(['w:ins', 'w:moveTo']);
/** Fields whose result is another one on every page. */
const OF_PAGE = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/iu;

interface Field {
  instruction: string;
  /** What Word shows comes behind the separator. */
  isResult: boolean;
  /** What it would show if no result stood there. */
  readonly choice: string;
  hasResult: boolean;
}

/** Where the reader is in a part. */
interface At {
  readonly paragraph: number;
  readonly chain: readonly Style[];
  /** Blocks that hang on the paragraph, as text boxes do. */
  readonly after: Block[];
  readonly content: (Stretch | NoteMark)[];
}

/** Inside a run. */
interface InRun {
  readonly nth: number;
  readonly isHidden: boolean;
  readonly font: string;
}

export function readDocument(parts: Parts, budget: Budget): WordDocument {
  const styles = new Styles(parts.styles);
  const shared = sharedOf(styles, new Numbers(parts.numbering, styles), budget);
  const body = child(parts.document, 'w:body');
  const blocks = body ? new Reader(shared, parts.name, true).blocks(body) : [];
  const counts = { ...shared.counts, comments: childrenOf(parts.comments?.root, 'w:comment').length };
  return { blocks, notes: notesOf(shared, parts), counts, hidden: shared.hidden, margins: marginsOf(parts, styles, budget) };
}

interface Shared {
  readonly styles: Styles;
  readonly numbers: Numbers;
  readonly counts: Counts;
  readonly hidden: string[];
  /** Numbers of the notes, in the order of their marks: `footnote 2` → 1. */
  readonly notes: Map<string, number>;
  readonly paragraphs: { left: number };
  readonly budget: Budget;
}

const sharedOf = (styles: Styles, numbers: Numbers, budget: Budget): Shared => ({
  styles, numbers, budget, hidden: [], notes: new Map(), paragraphs: { left: MOST_PARAGRAPHS },
  counts: { comments: 0, insertions: 0, deletions: 0, hidden: 0, textBoxes: 0, pictures: 0, objects: 0, formulas: 0, numbers: 0, merged: 0, nested: 0 },
});

/** In the order of their marks. */
function notesOf(shared: Shared, parts: Parts): readonly (readonly Block[])[] {
  const all = new Map<string, { readonly part: Part; readonly note: Element }>();
  for (const [kind, part] of [['footnote', parts.footnotes], ['endnote', parts.endnotes]] as const) {
    for (const note of childrenOf(part?.root, `w:${kind}`)) if (part) all.set(`${kind} ${note.attributes['w:id'] ?? ''}`, { part, note });
  }
  return [...shared.notes.keys()].map((key) => {
    const found = all.get(key);
    return found ? new Reader(shared, found.part.name, false).blocks(found.note) : [];
  });
}

/** The first words of headers and footers, each once; their numbers and pictures are nobody's. */
function marginsOf(parts: Parts, styles: Styles, budget: Budget): readonly string[] {
  const shared = sharedOf(styles, new Numbers(undefined, styles), budget);
  const texts = parts.margins.map((root) => bare(new Reader(shared, '', false).blocks(root)).replace(/\s+/gu, ''));
  // Lines, and the ornaments of a page number.
  return [...new Set(texts.filter((text) => /[\p{L}\d]/u.test(text) && !/^第?页?(?:共页)?$/u.test(text)).map(quoted))];
}

const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

function bare(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map((cell) => bare(cell.blocks))).join('') : block.content.map((piece) => ('text' in piece ? piece.text : '')).join(''))).join('');
}

/** Reads one story: the body, a note, a header. */
class Reader {
  readonly #shared: Shared;
  readonly #part: string;
  readonly #hasNotes: boolean;
  readonly #fields: Field[] = [];

  constructor(shared: Shared, part: string, hasNotes: boolean) {
    this.#shared = shared;
    this.#part = part;
    this.#hasNotes = hasNotes;
  }

  /** `isCovered`: in a cell that goes on with the one above, Word shows no numbers. */
  blocks(parent: Element, isCovered = false): Block[] {
    const blocks: Block[] = [];
    /** Of paragraphs whose end was deleted: their text goes on in the next one. */
    let carried: Paragraph['content'] = [];
    let last: Element | undefined;
    const enter = (element: Element): void => {
      for (const each of this.#shown(element)) {
        if (each.name === 'w:p') {
          const at = this.#paragraph(each);
          const content = [...carried, ...at.content];
          const mark = child(child(each, 'w:pPr'), 'w:rPr');
          if (mark?.children.some(({ name }) => DELETED.has(name))) {
            this.#shared.counts.deletions++;
            carried = content;
            last = each;
          } else {
            carried = [];
            blocks.push(this.#finished(each, at, content, isCovered));
          }
          append(blocks, at.after);
        } else if (each.name === 'w:tbl') blocks.push(this.#table(each));
        else if (each.name === 'w:altChunk' || each.name === 'w:subDoc') this.#shared.counts.objects++;
        else enter(each);
      }
    };
    enter(parent);
    if (last && carried.length > 0) blocks.push(this.#finished(last, { chain: this.#chainOf(last) }, carried, isCovered));
    return blocks;
  }

  /** Children that Word shows: of alternatives one, of deletions none. */
  #shown(element: Element): readonly Element[] {
    return element.children.flatMap((each): readonly Element[] => {
      if (UNSEEN.has(each.name)) return [];
      if (DELETED.has(each.name)) {
        this.#shared.counts.deletions++;
        return [];
      }
      if (INSERTED.has(each.name)) this.#shared.counts.insertions++;
      return each.name === 'mc:AlternateContent' ? this.#shown(chosen(each)) : [each];
    });
  }

  #chainOf(paragraph: Element): readonly Style[] {
    return this.#shared.styles.chain(valueOf(child(paragraph, 'w:pPr'), 'w:pStyle'));
  }

  #paragraph(element: Element): At {
    if (this.#shared.paragraphs.left-- <= 0) throw new WordRefusal(TOO_LARGE);
    const at: At = { paragraph: element.nth, chain: this.#chainOf(element), after: [], content: [] };
    this.#inline(element, at, undefined);
    // A field that is not ended would swallow the rest of the document.
    for (const field of this.#fields) {
      field.isResult = true;
      field.instruction = '';
    }
    return at;
  }

  #finished(element: Element, { chain }: Pick<At, 'chain'>, content: Paragraph['content'], isCovered: boolean): Paragraph {
    const { styles, numbers, counts } = this.#shared;
    const properties = child(element, 'w:pPr');
    const number = isCovered && content.length === 0 ? undefined : numbers.next(properties, chain);
    if (number && number.text !== '' && !number.isBullet) counts.numbers++;
    return { kind: 'paragraph', content, number: number?.text === '' ? undefined : number, outline: styles.outlineOf(properties, chain), isTitle: chain.some((style) => style.isTitle), isCentred: styles.isCentred(properties, chain) };
  }

  #inline(parent: Element, at: At, run: InRun | undefined): void {
    for (const each of this.#shown(parent)) this.#piece(each, at, run);
  }

  #piece(element: Element, at: At, run: InRun | undefined): void {
    const { counts, styles } = this.#shared;
    const { name, attributes } = element;
    const place = (): Place => ({ part: this.#part, paragraph: at.paragraph, run: run?.nth ?? 0, piece: name, nth: element.nth, offset: 0 });
    switch (name) {
      case 'w:r': {
        const properties = child(element, 'w:rPr');
        const fonts = child(properties, 'w:rFonts')?.attributes;
        this.#inline(element, at, { nth: element.nth, isHidden: styles.isHidden(properties, at.chain), font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '' });
        return;
      }
      case 'w:t': {
        const { text, skipped } = seenText(element);
        this.#add(at, withSigns(text, run?.font ?? ''), { ...place(), offset: skipped }, run);
        return;
      }
      case 'w:tab':
      case 'w:ptab':
        this.#add(at, '\t', place(), run);
        return;
      case 'w:br':
      case 'w:cr':
        this.#add(at, '\n', place(), run);
        return;
      case 'w:noBreakHyphen':
        this.#add(at, '-', place(), run);
        return;
      case 'w:sym':
        this.#add(at, symbol(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16) || 0), place(), run);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(at, `${name.slice(2).replace('Reference', '')} ${attributes['w:id'] ?? ''}`);
        return;
      case 'w:fldChar':
        this.#field(element, at, run);
        return;
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field && !field.isResult) field.instruction += element.text;
        return;
      }
      case 'w:fldSimple':
        if (!OF_PAGE.test(attributes['w:instr'] ?? '')) this.#inline(element, at, run);
        return;
      case 'w:txbxContent':
        counts.textBoxes++;
        append(at.after, this.blocks(element));
        return;
      // Where no paragraph should be; its text is text all the same.
      case 'w:p':
      case 'w:tbl':
        append(at.after, this.blocks({ ...element, children: [element] }));
        return;
      case 'w:object':
        counts.objects++;
        return;
      case 'pic:pic':
      case 'v:imagedata':
        counts.pictures++;
        return;
      case 'a:graphicData':
        if (/\/(?:chart|diagram)/iu.test(attributes['uri'] ?? '')) counts.objects++;
        this.#inline(element, at, run);
        return;
      case 'm:oMath':
        counts.formulas++;
        this.#formula(element, at);
        return;
      default:
        this.#inline(element, at, run);
    }
  }

  #add(at: At, text: string, place: Place | undefined, run: InRun | undefined): void {
    if (text === '' || this.#fields.some((field) => !field.isResult || OF_PAGE.test(field.instruction))) return;
    for (const field of this.#fields) field.hasResult = true;
    this.#shared.budget.wrote(text.length);
    if (run?.isHidden && text.trim() !== '') {
      this.#shared.counts.hidden++;
      if (this.#shared.hidden.length === 0) this.#shared.hidden.push(quoted(text.trim()));
    }
    at.content.push({ text, place });
  }

  #note(at: At, key: string): void {
    const { notes } = this.#shared;
    if (!this.#hasNotes || notes.has(key)) return;
    notes.set(key, notes.size + 1);
    at.content.push({ note: notes.size });
  }

  #field(element: Element, at: At, run: InRun | undefined): void {
    const field = this.#fields.at(-1);
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        if (this.#fields.length < DEEPEST_FIELD) this.#fields.push({ instruction: '', isResult: false, choice: choiceIn(child(element, 'w:ffData')), hasResult: false });
        return;
      case 'separate':
        if (field) field.isResult = true;
        return;
      case 'end':
        this.#fields.pop();
        if (field && !field.hasResult) this.#add(at, field.choice, undefined, run);
        return;
      default:
    }
  }

  #formula(element: Element, at: At): void {
    const add = (text: string): void => this.#add(at, text, undefined, undefined);
    const whole = (inner: Element | undefined): void => {
      if (!inner) return;
      const isLong = /[-+−×÷/]/u.test(mathText(inner));
      if (isLong) add('(');
      this.#formula(inner, at);
      if (isLong) add(')');
    };
    for (const each of this.#shown(element)) {
      switch (each.name) {
        case 'm:r':
          for (const { name, nth, text } of each.children) {
            if (name === 'm:t' || name === 'w:t') this.#add(at, text, { part: this.#part, paragraph: at.paragraph, run: each.nth, piece: name, nth, offset: 0 }, undefined);
          }
          break;
        case 'w:r':
          this.#piece(each, at, undefined);
          break;
        case 'm:f':
          whole(child(each, 'm:num'));
          add('/');
          whole(child(each, 'm:den'));
          break;
        case 'm:sSup':
          this.#formula(child(each, 'm:e') ?? each, at);
          add('^');
          whole(child(each, 'm:sup'));
          break;
        case 'm:rad':
          add('√');
          whole(child(each, 'm:e'));
          break;
        case 'm:nary':
          add(child(child(each, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫');
          this.#formula(each, at);
          break;
        case 'm:d': {
          const properties = child(each, 'm:dPr');
          add(child(properties, 'm:begChr')?.attributes['m:val'] ?? '(');
          this.#formula(each, at);
          add(child(properties, 'm:endChr')?.attributes['m:val'] ?? ')');
          break;
        }
        default:
          this.#formula(each, at);
      }
    }
  }

  #table(element: Element): Table {
    const rows: Row[] = [];
    const enterTable = (inner: Element): void => {
      for (const each of this.#shown(inner)) {
        if (each.name !== 'w:tr') enterTable(each);
        else if (child(child(each, 'w:trPr'), 'w:del')) this.#shared.counts.deletions++;
        else rows.push(this.#row(each));
      }
    };
    enterTable(element);
    return { kind: 'table', rows };
  }

  #row(element: Element): Row {
    const { counts } = this.#shared;
    const cells: Cell[] = [];
    const enterRow = (inner: Element): void => {
      for (const each of this.#shown(inner)) {
        if (each.name !== 'w:tc') {
          enterRow(each);
          continue;
        }
        const properties = child(each, 'w:tcPr');
        if (child(properties, 'w:cellDel')) counts.deletions++;
        const span = Math.min(MOST_COLUMNS, Math.max(1, integer(valueOf(properties, 'w:gridSpan')) ?? 1));
        const isContinued = continues(properties, 'w:vMerge') || continues(properties, 'w:hMerge');
        if (span > 1 || isContinued) counts.merged++;
        const blocks = child(properties, 'w:cellDel') ? [] : this.blocks(each, isContinued);
        if (blocks.some(({ kind }) => kind === 'table')) counts.nested++;
        cells.push({ blocks, span, isContinued });
      }
    };
    enterRow(element);
    return { before: Math.min(MOST_COLUMNS, Math.max(0, integer(valueOf(child(element, 'w:trPr'), 'w:gridBefore')) ?? 0)), cells };
  }
}

function continues(properties: Element | undefined, name: string): boolean {
  const merge = child(properties, name);
  return merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue';
}

/** Word takes the first choice that it understands; one without text may stand for a fallback with some. */
function chosen(alternatives: Element): Element {
  const [choice] = childrenOf(alternatives, 'mc:Choice');
  const fallback = child(alternatives, 'mc:Fallback');
  const has = (element: Element | undefined): boolean => element !== undefined && (element.text.trim() !== '' || element.children.some(has));
  return choice && (has(choice) || !has(fallback)) ? choice : (fallback ?? alternatives);
}

/** Blanks at the ends count only where they are said to; line breaks are blanks. */
function seenText({ text, attributes }: Element): { readonly text: string; readonly skipped: number } {
  const blanks = text.replace(/[\t\r\n]/gu, ' ');
  if (attributes['xml:space'] === 'preserve') return { text: blanks, skipped: 0 };
  let [start, end] = [0, blanks.length];
  while (start < end && blanks[start] === ' ') start++;
  while (end > start && blanks[end - 1] === ' ') end--;
  return { text: blanks.slice(start, end), skipped: start };
}

/** Signs that a font has where others have none; each takes one place. */
const withSigns = (text: string, font: string): string =>
  font === '' ? text : text.replace(/[\uf020-\uf0ff]/gu, (c) => {
    const sign = symbol(font, c.charCodeAt(0));
    return sign.length === 1 ? sign : c;
  });

/** What a field of a form is set to. */
function choiceIn(data: Element | undefined): string {
  const box = child(data, 'w:checkBox');
  if (box) return isOn(box, 'w:checked') ?? isOn(box, 'w:default') ? '☑' : '☐';
  const list = child(data, 'w:ddList');
  const index = integer(valueOf(list, 'w:result')) ?? integer(valueOf(list, 'w:default')) ?? 0;
  return childrenOf(list, 'w:listEntry')[index]?.attributes['w:val'] ?? '';
}

/** As one call with all of them would not do for many. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}

const mathText = (element: Element): string => element.text + element.children.map(mathText).join('');
