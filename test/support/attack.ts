// Strings that make a regular expression work hard: repeats of what its own repeated parts match, followed by what they do
// not. And how long it takes over them. Must not know what the expression is for.

import type { analyse } from 'scslre';

type Tree = ReturnType<typeof analyse>['parsed']['pattern'];
type Node = Tree | Tree['alternatives'][number] | Tree['alternatives'][number]['elements'][number];

/** At most so many repeats are tried of one expression. */
const MOST_PUMPS = 48;

/** What a part of an expression matches, in its alternative `pick` where it has several. */
function sample(node: Node, pick = 0): string {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sample(node.alternatives[pick % node.alternatives.length] as Node, pick);
    case 'Alternative':
      return node.elements.map((element) => sample(element, pick)).join('');
    case 'Quantifier':
      return sample(node.element, pick).repeat(Math.max(1, Math.min(node.min, 40)));
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass': {
      const members = node.elements.filter((element) => element.type === 'Character' || element.type === 'CharacterClassRange');
      const member = members[pick % Math.max(1, members.length)];
      if (node.negate || !member) return '工';
      return String.fromCodePoint(member.type === 'Character' ? member.value : (member as { min: { value: number } }).min.value);
    }
    case 'CharacterSet':
      return node.kind === 'digit' ? '7' : node.kind === 'space' ? ' ' : '工';
    default:
      return '';
  }
}

function* partsOf(node: Node): Generator<Node> {
  yield node;
  if ('alternatives' in node) for (const alternative of node.alternatives) yield* partsOf(alternative);
  if ('elements' in node && node.type === 'Alternative') for (const element of node.elements) yield* partsOf(element);
  if ('element' in node) yield* partsOf(node.element);
}

/** What is repeated to attack an expression. */
export function pumpsOf(tree: Tree): readonly string[] {
  const pumps = new Set<string>();
  for (const part of partsOf(tree)) {
    const isRepeated = part.type === 'Quantifier' && part.max > 1;
    if (!isRepeated && part !== tree) continue;
    const inner: Node = part.type === 'Quantifier' ? part.element : part;
    const choices = 'alternatives' in inner ? inner.alternatives.length : 3;
    for (let pick = 0; pick < Math.min(choices, 160); pick++) pumps.add(sample(inner, pick));
  }
  // The beginning of the whole over and over: what is looked for far ahead from every one of them.
  for (const { elements } of tree.alternatives.slice(0, 12)) for (let to = 1; to < Math.min(elements.length, 6); to++) pumps.add(elements.slice(0, to).map((element) => sample(element)).join(''));
  pumps.delete('');
  const all = [...pumps];
  // Words made of other words are how ways multiply: those that hold others come first.
  const holding = (word: string): number => all.filter((other) => other !== word && word.includes(other)).length;
  return all.length <= MOST_PUMPS ? all : all.map((word) => ({ word, count: holding(word) })).sort((a, b) => b.count - a.count).slice(0, MOST_PUMPS).map(({ word }) => word);
}

/** Milliseconds of this process to find all matches; a sticky expression is asked at every place. */
function timeOf(expression: RegExp, text: string): number {
  const from = process.cpuUsage();
  if (expression.sticky) {
    for (let at = 0; at < text.length; at++) {
      expression.lastIndex = at;
      expression.test(text);
    }
  } else if (expression.global) {
    for (const match of text.matchAll(expression)) void match;
  } else {
    expression.test(text);
  }
  const { user } = process.cpuUsage(from);
  return user / 1000;
}

/** Times grow by this much or more where four times the text takes sixteen times as long, less what noise and beginnings take away. */
const SUSPICIOUS = 9;
/** Less, in milliseconds, says nothing. */
const NOTHING = 4;
const SMALL = [6, 10, 14, 18, 22, 26];
const LARGE = [500, 2000, 8000];

/** The repeat over which an expression takes more than linear time; undefined where none of them shows it. */
export function attacked(expression: RegExp, pumps: readonly string[]): string | undefined {
  for (const pump of pumps) {
    for (const tail of ['\u0001', `${pump.slice(0, -1)}\u0001`]) {
      // Where ways double with every repeat, few repeats show it, and more would never end.
      if (SMALL.some((count) => timeOf(expression, pump.repeat(count) + tail) > NOTHING * 2 && timeOf(expression, pump.repeat(count) + tail) > NOTHING * 2)) return `${pump} (exponential)`;
    }
    const text = (length: number): string => pump.repeat(Math.ceil(length / pump.length)) + '\u0001';
    const grows = (): boolean => {
      const [, middle = 0, large = 0] = LARGE.map((length) => timeOf(expression, text(length)));
      return large > NOTHING && large > Math.max(middle, NOTHING / 16) * SUSPICIOUS;
    };
    if (grows() && grows() && grows()) return pump;
  }
  return undefined;
}
