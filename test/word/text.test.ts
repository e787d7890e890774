// The text of a document: every character of it, in order, with its place; what Word does not show is not there; what is left
// out is told.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importWord, placeAt, type WordImport } from '../../server/word/index.ts';
import { docx, escaped, p, r, style, styled, tbl, tc, tr, type Given } from './docx.ts';
import { at, firstLost, misplaced, partsOf, saidIn } from './places.ts';

const plain = (given: Given | string): WordImport => importWord(docx(given), { layout: 'plain' });
const textOf = (given: Given | string): string => plain(given).text;
const run = (content: string): string => `<w:r>${content}</w:r>`;

describe('what Word shows', () => {
  test.each([
    ['runs of one paragraph', p(r('全年受理') + r('250', '<w:b/>') + r('件')), '全年受理250件\n'],
    ['entities and characters of two units', p(r('甲&乙<丙>𠮷')), '甲&乙<丙>𠮷\n'],
    ['blanks around a text that says so', p(r('a ') + r('b')), 'a b\n'],
    ['blanks around one that does not are none', p(run('<w:t> 甲 </w:t>') + run('<w:t>\n乙</w:t>')), '甲乙\n'],
    ['blanks around a paragraph are layout', p('　　甲　乙　') + p(`${run('<w:tab/><w:tab/>')}${r('丙')}`), '甲　乙\n\n丙\n'],
    ['a tab', p(`${r('单位：')}${run('<w:tab/>')}${r('司法所')}`), '单位：\t司法所\n'],
    ['breaks of lines and pages', p(`${r('甲')}${run('<w:br/>')}${r('乙')}${run('<w:br w:type="page"/>')}${r('丙')}${run('<w:cr/>')}${r('丁')}`), '甲\n\n乙\n\n丙\n\n丁\n'],
    ['hyphens: that of a break is none, that without one is', p(`${r('co')}${run('<w:softHyphen/>')}${r('op')}${run('<w:noBreakHyphen/>')}${r('x')}`), 'coop-x\n'],
    ['symbols', p(`${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${r('是')}${run('<w:sym w:font="Wingdings 2" w:char="00A3"/>')}${r('否')}${run('<w:sym w:font="Symbol" w:char="F0B1"/>')}`), '☑是□否±\n'],
    ['signs of a font in a text', p(r('\uf0fc完成', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')), '✓完成\n'],
    ['base text under its reading', p(run(`<w:ruby><w:rubyPr/><w:rt>${r('zhì')}</w:rt><w:rubyBase>${r('治')}</w:rubyBase></w:ruby>`)), '治\n'],
    ['links, tags, controls, custom XML', p(`<w:hyperlink r:id="rId99">${r('链')}</w:hyperlink><w:smartTag w:element="x">${r('签')}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="不见"/></w:sdtPr><w:sdtContent>${r('控')}</w:sdtContent></w:sdt><w:customXml w:element="x">${r('件')}</w:customXml><w:bdo w:val="ltr">${r('向')}</w:bdo>`), '链签控件向\n'],
    ['controls around paragraphs, inside each other', `<w:sdt><w:sdtContent>${p('甲')}<w:sdt><w:sdtContent>${p('乙')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:customXml w:element="x">${p('丙')}</w:customXml>`, '甲\n\n乙\n\n丙\n'],
    ['an element of the future', p(`<w:nobodyKnows>${r('甲')}</w:nobodyKnows>`) + `<x:y xmlns:x="urn:x">${p('乙')}</x:y>`, '甲\n\n乙\n'],
    ['no empty paragraphs', p('甲') + p('') + p(r('　 ')) + p('乙'), '甲\n\n乙\n'],
  ])('%s', (_name, body, text) => {
    const bytes = docx(body);
    const word = importWord(bytes, { layout: 'plain' });
    expect(word.text).toBe(text);
    expect(misplaced(bytes, word).filter((line) => !/w:sym|✓/u.test(line))).toEqual([]);
  });

  test('the strict dialect reads alike', () => {
    const body = p('甲') + tbl(tr('乙', '丙'));
    const strict = (xml: Uint8Array): Uint8Array => new TextEncoder().encode(new TextDecoder().decode(xml).replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main').replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'));
    const given = { body, footnotes: '<w:footnote w:id="2"><w:p/></w:footnote>' };
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/other.xml"/></Relationships>';
    const document = new TextEncoder().encode(`<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><d:body><d:p><d:r><d:t>前缀不同</d:t></d:r></d:p></d:body></d:document>`);
    expect(textOf({ ...given, entries: { '_rels/.rels': new TextEncoder().encode(relations), 'word/other.xml': strict(document), 'word/document.xml': new Uint8Array() } })).toBe('前缀不同\n');
  });

  test('a part in UTF-16 reads alike', () => {
    const xml = '\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>松澜镇</w:t></w:r></w:p></w:body></w:document>';
    const bytes = new Uint8Array(xml.length * 2);
    for (let i = 0; i < xml.length; i++) new DataView(bytes.buffer).setUint16(2 * i, xml.charCodeAt(i), true);
    expect(textOf({ body: '', entries: { 'word/document.xml': bytes } })).toBe('松澜镇\n');
  });
});

describe('fields', () => {
  const field = (instruction: string, result: string, more = ''): string => `${run(`<w:fldChar w:fldCharType="begin">${more}</w:fldChar>`)}${run(`<w:instrText> ${instruction} </w:instrText>`)}${run('<w:fldChar w:fldCharType="separate"/>')}${result}${run('<w:fldChar w:fldCharType="end"/>')}`;

  test('are their results, but for numbers of pages', () => {
    expect(textOf(p(`${r('第')}${field('PAGE \\* MERGEFORMAT', r('3'))}${r('页，件数')}${field('= SUM(ABOVE)', r('250'))}${r('。')}<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple><w:fldSimple w:instr=" REF x ">${r('见上')}</w:fldSimple>`))).toBe('第页，件数250。见上\n');
  });

  test('inside the instruction of another one are not shown', () => {
    expect(textOf(p(`${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>IF </w:instrText>')}${field('DOCPROPERTY x', r('内'))}${run('<w:instrText> = 1</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${r('外')}${run('<w:fldChar w:fldCharType="end"/>')}${r('后')}`))).toBe('外后\n');
  });

  test('over several paragraphs are kept, and one that does not end swallows nothing', () => {
    expect(textOf(p(`${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>TOC</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${r('一、举措')}`) + p(r('二、不足') + run('<w:fldChar w:fldCharType="end"/>')) + p('正文'))).toBe('一、举措\n\n二、不足\n\n正文\n');
    expect(textOf(p(run('<w:fldChar w:fldCharType="begin"/>') + run('<w:instrText>PAGE</w:instrText>')) + p('正文') + p('再一段'))).toBe('正文\n\n再一段\n');
  });

  test('of a form are what they are set to', () => {
    const box = (on: boolean): string => `<w:ffData><w:checkBox><w:default w:val="0"/>${on ? '<w:checked/>' : ''}</w:checkBox></w:ffData>`;
    const list = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="乡镇"/><w:listEntry w:val="街道"/></w:ddList></w:ffData>';
    expect(textOf(p(field('FORMCHECKBOX', '', box(true)) + r('有') + field('FORMCHECKBOX', '', box(false)) + r('无') + field('FORMDROPDOWN', '', list)))).toBe('☑有☐无街道\n');
  });
});

describe('changes', () => {
  test('insertions are there, deletions and what was moved away are not, and both are told', () => {
    const { text, notes } = plain(p(`${r('办结')}<w:ins w:id="1">${r('242')}</w:ins><w:del w:id="2"><w:r><w:delText>240</w:delText></w:r></w:del>${r('件')}<w:moveFrom w:id="3">${r('移走')}</w:moveFrom><w:moveTo w:id="4">${r('移来')}</w:moveTo>`));
    expect(text).toBe('办结242件移来\n');
    expect(notes).toEqual(['文档里有修订没有接受或拒绝：插入的2处已写入，删除的2处没有写入。']);
  });

  test('a paragraph whose end was deleted goes on in the next one, and takes no number', () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(textOf(p('前半', deleted) + p('后半') + p('另一段'))).toBe('前半后半\n\n另一段\n');
    expect(textOf(p(`<w:del w:id="2"><w:r><w:delText>都删</w:delText></w:r></w:del>`, deleted) + p('留下'))).toBe('留下\n');
    expect(textOf(p('末尾', deleted))).toBe('末尾\n');
  });

  test('a deleted row is not there', () => {
    expect(textOf(tbl(tr('甲', '乙'), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('删')}${tc('去')}</w:tr>`))).toBe('甲\t乙\n');
  });

  test('properties that were changed do not count', () => {
    expect(textOf(p('甲', '<w:jc w:val="left"/><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'))).toBe('甲\n');
  });
});

describe('what stands beside the text', () => {
  test('comments are left out and told', () => {
    const { text, notes } = plain({ body: p(`<w:commentRangeStart w:id="0"/>${r('甲')}<w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/>')}`), comments: `<w:comment w:id="0">${p('改一下')}</w:comment><w:comment w:id="1">${p('再改')}</w:comment>` });
    expect(text).toBe('甲\n');
    expect(notes).toEqual(['批注有2条，没有写入。']);
  });

  test('hidden text is there and told, by the run, its style or the style of the paragraph', () => {
    const styles = `<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ph"><w:name w:val="ph"/><w:rPr><w:vanish/></w:rPr></w:style>`;
    const { text, notes } = plain({ styles, body: p(r('甲') + r('藏', '<w:vanish/>') + r('又藏', '<w:rStyle w:val="h"/>') + r('不藏', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')) + p('也藏', styled('ph')) });
    expect(text).toBe('甲藏又藏不藏\n\n也藏\n');
    expect(notes).toEqual(['隐藏的文字有3处（Word 里不打印），已写入，核对要不要：“藏”。']);
  });

  test('a text box comes behind its paragraph, once, whichever of its two forms is read', () => {
    const box = `<w:txbxContent>${p('框内一')}${p('框内二')}</w:txbxContent>`;
    const both = run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`);
    const { text, notes } = plain(p(`${r('前')}${both}${r('后')}`) + p('下一段'));
    expect(text).toBe('前后\n\n框内一\n\n框内二\n\n下一段\n');
    expect(notes).toEqual(['文本框有1个，里面的文字写在它所在的那一段后面。']);
    const old = run(`<mc:AlternateContent><mc:Choice Requires="xyz"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`);
    expect(textOf(p(old))).toBe('框内一\n\n框内二\n');
  });

  test('pictures, charts and embedded objects are told', () => {
    const drawing = (inner: string, uri = 'x'): string => run(`<w:drawing><wp:inline><a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing>`);
    const { text, notes } = plain(p(r('图') + drawing('<pic:pic/>') + drawing('', 'http://schemas.openxmlformats.org/drawingml/2006/chart') + run('<w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict>') + run('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>')) + '<w:altChunk r:id="rId5"/>');
    expect(text).toBe('图\n');
    expect(notes).toEqual(['图片有2幅，没有写入。', '图表和嵌入的对象有3个，没有写入。']);
  });

  test('headers and footers are told where they say something, each once', () => {
    const page = p(`${r('— ')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${r('1')}${run('<w:fldChar w:fldCharType="end"/>')}${r(' —')}`);
    expect(plain({ body: p('甲'), headers: [p('松澜镇人民政府文件'), p('松澜镇人民政府文件'), p('')], footers: [page, p('第 页 共 页'), p('内部资料，注意保存，不得外传，阅后交还，切勿遗失')] }).notes).toEqual(['页眉、页脚没有写入：“松澜镇人民政府文件”、“内部资料，注意保存，不得外传，阅后交还，…”。']);
    expect(plain({ body: p('甲'), footers: [page] }).notes).toEqual([]);
  });

  test('notes of both kinds stand behind all, numbered by their marks', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('线')}</w:footnote><w:footnote w:id="2">${p(run('<w:footnoteRef/>') + r('口径见附表。'))}${p('第二段。')}</w:footnote><w:footnote w:id="3">${p('没有人提到')}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${p('数据来自台账。')}</w:endnote>`;
    const body = p(`${r('受理250件')}${run('<w:endnoteReference w:id="2"/>')}${r('，办结242件')}${run('<w:footnoteReference w:id="2"/>')}${r('。')}`) + p('正文完。');
    const given = { body, footnotes, endnotes };
    expect(textOf(given)).toBe('受理250件（注1），办结242件（注2）。\n\n正文完。\n\n注1：数据来自台账。\n\n注2：口径见附表。\n    第二段。\n');
    const bytes = docx(given);
    const word = importWord(bytes, { layout: 'markdown' });
    expect(word.text).toBe('受理250件[^1]，办结242件[^2]。\n\n正文完。\n\n[^1]: 数据来自台账。\n\n[^2]: 口径见附表。\n    第二段。\n');
    expect(word.notes).toEqual(['脚注、尾注有2条，写在文末。']);
    expect(misplaced(bytes, word)).toEqual([]);
    expect(placeAt(word, word.text.indexOf('口径'))).toMatchObject({ part: 'word/footnotes.xml', paragraph: 1 });
  });

  test('formulas are one line', () => {
    const m = (text: string): string => `<m:r><m:t>${escaped(text)}</m:t></m:r>`;
    const bytes = docx(p(`${r('率＝')}<m:oMath><m:f><m:num>${m('a+b')}</m:num><m:den>${m('c')}</m:den></m:f>${m('×100%，')}<m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup><m:d><m:e>${m('y')}</m:e></m:d><m:rad><m:e>${m('z')}</m:e></m:rad></m:oMath>`));
    const word = importWord(bytes, { layout: 'plain' });
    expect(word.text).toBe('率＝(a+b)/c×100%，x^2(y)√z\n');
    expect(word.notes).toEqual(['公式有1处，写成了一行字，核对一下。']);
    expect(misplaced(bytes, word)).toEqual([]);
  });
});

describe('places', () => {
  test('lead back to the element and the character, in entities too, over the marks that were made', () => {
    const bytes = docx({ styles: style('1', 'heading 1', '<w:outlineLvl w:val="0"/>'), body: p('松澜镇2024年度法治政府建设情况报告', '<w:jc w:val="center"/>') + p(r('甲&') + r('乙<丙', '<w:b/>'), styled('1')) + tbl(tr('丁|戊', '己')) });
    const word = importWord(bytes, { layout: 'markdown' });
    expect(word.text).toBe('# 松澜镇2024年度法治政府建设情况报告\n\n## 甲&乙<丙\n\n| 丁\\|戊 | 己 |\n| --- | --- |\n');
    expect(misplaced(bytes, word)).toEqual([]);
    expect(word.origins.map(({ start, end }) => word.text.slice(start, end)).join('')).toBe('松澜镇2024年度法治政府建设情况报告甲&乙<丙丁|戊己');
    expect(placeAt(word, word.text.indexOf('丙'))).toEqual({ part: 'word/document.xml', paragraph: 1, run: 2, piece: 'w:t', nth: 2, offset: 2 });
    expect(at(partsOf(bytes), placeAt(word, word.text.indexOf('戊')) as NonNullable<ReturnType<typeof placeAt>>)).toEqual({ character: '戊', isInside: true });
    expect(placeAt(word, 0)).toBeUndefined();
    expect(placeAt(word, word.text.length)).toBeUndefined();
  });

  /** Documents of all that holds text, in any order and depth. */
  const text = fc.string({ unit: fc.constantFrom(...'松澜镇法治一二、（）1.5%&<>|#*_ 　“”𠮷\u00a0'), minLength: 1, maxLength: 12 });
  const content: fc.Arbitrary<string> = fc.array(fc.oneof(text.map((t) => r(t)), text.map((t) => r(t, '<w:b/>')), text.map((t) => `<w:ins w:id="1">${r(t)}</w:ins>`), text.map((t) => `<w:hyperlink>${r(t)}</w:hyperlink>`), text.map((t) => `<w:del w:id="1"><w:r><w:delText>${escaped(t)}</w:delText></w:r></w:del>`), fc.constantFrom('<w:r><w:tab/></w:r>', '<w:r><w:br/></w:r>', '<w:bookmarkStart w:id="0" w:name="x"/>'), text.map((t) => `<w:sdt><w:sdtContent>${r(t)}</w:sdtContent></w:sdt>`)), { maxLength: 5 }).map((runs) => runs.join(''));
  const paragraph = fc.tuple(content, fc.constantFrom('', '<w:jc w:val="center"/>', styled('1'), '<w:outlineLvl w:val="1"/>')).map(([runs, properties]) => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`);
  const table = fc.array(fc.array(fc.tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), fc.constantFrom('', '<w:gridSpan w:val="2"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>')), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) => tbl(...rows.map((cells) => tr(...cells.map(([blocks, properties]) => tc(blocks.join(''), properties))))));
  const body = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { maxLength: 8 }).map((blocks) => blocks.join(''));

  test('nothing is lost and nothing is elsewhere, whatever the document is made of', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('plain' as const, 'markdown' as const), (made, layout) => {
        const bytes = docx({ body: made, styles: style('1', 'heading 1', '<w:outlineLvl w:val="0"/>') });
        const word = importWord(bytes, { layout });
        expect(firstLost(saidIn(bytes), word.text)).toBeUndefined();
        expect(misplaced(bytes, word)).toEqual([]);
        // What was made holds no words.
        const origins = word.origins.map(({ start, end }) => word.text.slice(start, end)).join('').replace(/\s/gu, '');
        expect(origins.length).toBe(saidIn(bytes).length);
      }),
      { numRuns: 150 },
    );
  });
});
