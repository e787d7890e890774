// A comparison as a page of its own: the figures over the years, then what the rules found. For a panel of the editor, whose
// colours it takes, and as a file for browsers. It runs nothing and loads nothing. Must not judge or know files.

import { problemGroups, type Comparison, type ComparedFigure, type OtherReport, type Problem, type Report, type Span } from '../core/index.ts';

export interface PageInput {
  readonly report: Report;
  /** How the page names the report. */
  readonly name: string;
  readonly comparison: Comparison;
  /** Where a place of the report, or of another one, is opened; undefined where nothing is. */
  readonly href?: (span: Span, of?: OtherReport) => string;
  /** Behind the title: links to what else can be done. */
  readonly actions?: readonly { readonly title: string; readonly href: string }[];
}

const STYLE = `
:root { color-scheme: light dark; --line: var(--vscode-panel-border, #8884); --soft: var(--vscode-descriptionForeground, #777); --link: var(--vscode-textLink-foreground, #0a66c2); --accent: var(--vscode-charts-blue, #1a85ff); --mark: var(--vscode-editor-inactiveSelectionBackground, #8882); }
body { font: 14px/1.7 var(--vscode-font-family, system-ui, sans-serif); color: var(--vscode-foreground, CanvasText); margin: 0 auto; max-width: 1080px; padding: 8px clamp(10px, 3vw, 28px) 56px; }
h1 { font-size: 20px; font-weight: 600; margin: 18px 0 2px; } h2 { font-size: 16px; font-weight: 600; margin: 32px 0 8px; }
p { margin: 4px 0; } .soft, th, .part td { color: var(--soft); } a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
.actions a { margin-right: 16px; } .counts { margin: 14px 0 0; } .counts span { margin-right: 22px; } .counts b { font-size: 18px; font-weight: 600; }
table { border-collapse: collapse; width: 100%; } th { font-weight: 400; text-align: right; } th:first-child { text-align: left; }
td, th { padding: 5px 8px; border-bottom: 1px solid var(--line); white-space: nowrap; } td { text-align: right; font-variant-numeric: tabular-nums; } td:first-child { text-align: left; white-space: normal; padding-left: 18px; } td.change { white-space: normal; word-break: keep-all; }
.part td, .part td:first-child { padding: 14px 8px 4px; } .now { font-weight: 600; } .chart { width: 84px; padding: 2px 8px; } svg { display: block; margin-left: auto; }
ul { list-style: none; margin: 0; padding: 0; } li { padding: 8px 12px; margin: 8px 0; background: var(--mark); border-radius: 4px; } li .soft { font-size: 13px; }
.gone { columns: 2; column-gap: 32px; } .gone li { background: none; padding: 1px 0; margin: 0; break-inside: avoid; } @media (max-width: 620px) { .gone { columns: 1; } .chart { display: none; } td, th { padding: 5px 4px; } td:first-child { min-width: 6em; padding-left: 10px; } }
`;

const CSP = "default-src 'none'; style-src 'unsafe-inline'";

export function comparisonPage({ report, name, comparison, href, actions = [] }: PageInput): string {
  const { past, figures, others, gone, problems } = comparison;
  const years = [...past].reverse();
  const anchor = (text: string, span: Span, of?: OtherReport): string => (href ? `<a href="${escaped(href(span, of))}">${escaped(text)}</a>` : escaped(text));
  const start = { start: 0, end: 0 };
  const count = (sign: -1 | 0 | 1): number => figures.filter(({ history }) => history.change.sign === sign).length;
  const title = past.length > 1 ? '与往年报告对比' : '与上年报告对比';
  const body = [
    `<h1>${title}</h1>`,
    `<p>${anchor(report.title?.text ?? name, report.title?.span ?? start)}</p>`,
    `<p class="soft">${past.length === 0 ? '没有找到本单位往年的报告。同一文件夹里文件名写着年度的会自动找到，在别处的可以自己选。' : `对比：${past.map((of) => `${of.year}年 ${anchor(of.name, start, of)}`).join('，')}`}</p>`,
    ...(actions.length > 0 ? [`<p class="actions">${actions.map(({ title: text, href: to }) => `<a href="${escaped(to)}">${escaped(text)}</a>`).join('')}</p>`] : []),
    ...(past.length > 0
      ? [`<p class="counts"><span>可比的数据 <b>${figures.length}</b></span><span>增加 <b>${count(1)}</b></span><span>减少 <b>${count(-1)}</b></span><span>持平 <b>${count(0)}</b></span><span>提醒 <b>${problems.length}</b></span></p>`]
      : []),
    ...(figures.length > 0 ? ['<h2>数据</h2>', tableOf(figures, years.map(({ year }) => year), report.year, anchor)] : []),
    ...(past.length > 0 && others > 0 ? [`<p class="soft">另有${others}个数，在往年的报告里没有找到同一个数，或者分不清是哪一个，没有比。</p>`] : []),
    ...problemGroups(problems).map(({ rule, problems: found }) => `<h2>${escaped(rule.title)}　<span class="soft">${found.length}</span></h2><ul>${found.map((problem) => itemOf(report, problem, anchor)).join('')}</ul>`),
    ...(past.length > 0 && problems.length === 0 ? ['<h2>照搬、年份、不足和安排</h2><p class="soft">没有发现照搬的段落、没有改的年份、一字不差的不足和没有下文的安排，写明的同比和上年的报告也没有对不上的。</p>'] : []),
    ...(gone.length > 0
      ? [`<h2>${past[0]?.year}年写了、这份报告没有写的数据　<span class="soft">${gone.length}</span></h2><ul class="gone">${gone.map((each) => `<li>${escaped(each.name)} ${anchor(each.text, each.span, each.of)}</li>`).join('')}</ul>`]
      : []),
  ];
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><meta name="viewport" content="width=device-width"><title>${escaped(`${title} ${name}`)}</title><style>${STYLE}</style></head>\n<body>\n${body.join('\n')}\n</body></html>\n`;
}

type Anchor = (text: string, span: Span, of?: OtherReport) => string;

function tableOf(figures: readonly ComparedFigure[], years: readonly number[], year: number | undefined, anchor: Anchor): string {
  const withTrend = years.length > 1;
  const columns = years.length + (withTrend ? 4 : 3);
  const head = ['数据', ...years.map((each) => `${each}年`), year === undefined ? '本年' : `${year}年`, '增减', ...(withTrend ? [TREND] : [])];
  let part: string | undefined;
  const rows = figures.flatMap((figure) => {
    const { name, text, span, path, history } = figure;
    // Two headings say where it is.
    const own = path.slice(-2).join('　');
    const cells = years.map((each) => {
      const then = history.values.find((value) => value.year === each);
      return then ? anchor(then.text, then.span, then.of) : '';
    });
    const row = `<tr><td>${escaped(name)}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="now">${anchor(text, span)}</td><td class="change">${escaped(history.text).replace('（', '<wbr>（')}</td>${withTrend ? `<td class="chart">${chartOf(figure)}</td>` : ''}</tr>`;
    const above = own === part ? [] : [`<tr class="part"><td colspan="${columns}">${escaped(own)}</td></tr>`];
    part = own;
    return [...above, row];
  });
  return `<table><thead><tr>${head.map((each) => `<th${each === TREND ? ' class="chart"' : ''}>${each}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const TREND = '走势';

const [WIDTH, HEIGHT, MARGIN] = [84, 22, 3];

/** A line through the years, a point at this one. */
function chartOf({ value, history }: ComparedFigure): string {
  const values = [...[...history.values].reverse().map((each) => each.value), value];
  if (values.length < 3) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (i: number): string => (MARGIN + (i * (WIDTH - 2 * MARGIN)) / (values.length - 1)).toFixed(1);
  const y = (each: number): string => (most === least ? HEIGHT / 2 : HEIGHT - MARGIN - ((each - least) * (HEIGHT - 2 * MARGIN)) / (most - least)).toFixed(1);
  const last = values.length - 1;
  return `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${values.join('，')}"><polyline points="${values.map((each, i) => `${x(i)},${y(each)}`).join(' ')}" fill="none" stroke="var(--accent)" stroke-width="1.6" stroke-linejoin="round"/><circle cx="${x(last)}" cy="${y(value)}" r="2.6" fill="var(--accent)"/></svg>`;
}

/** Of a passage that is marked; a shorter one is shown with what stands around it in its sentence. */
const LONGEST_QUOTE = 90;
const AROUND = 36;
const MARKS = /[。；\r\n]/u;

function itemOf({ source }: Report, { span, message, related = [] }: Problem, anchor: Anchor): string {
  const { text } = source;
  const bare = (from: number, to: number): string => text.slice(from, to).replace(/\s+/gu, '');
  const words = bare(span.start, span.end);
  const isShort = words.length < AROUND;
  const before = isShort ? (text.slice(Math.max(0, span.start - AROUND), span.start).split(MARKS).at(-1) ?? '') : '';
  const behind = isShort ? (text.slice(span.end, span.end + AROUND).split(MARKS)[0] ?? '') : '';
  const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}……` : words;
  const places = related.filter(({ of }) => of).map((each) => anchor(each.message, each.span, each.of));
  return `<li><span class="soft">${escaped(before.trimStart())}</span>${anchor(quote, span)}<span class="soft">${escaped(behind.trimEnd())}</span><br>${escaped(message)}${places.length > 0 ? `<br><span class="soft">${places.join('　')}</span>` : ''}</li>`;
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
