// The first letter of the pinyin of the characters in names that a writer may call up by initials: 结案率 by jal. Data, and
// the one function that reads it. A character with several readings has the one it has in these names (调解, 行政, 比率).

const BY_LETTER: Readonly<Record<string, string>> = {
  a: '安按案',
  b: '败办帮报比变便标不部',
  c: '采参测策查察成持抽出处传此促措错',
  d: '答带单党导到的第点定督度对盾',
  f: '发法反范方纷氛服府负复',
  g: '改岗高告格工公功共顾关管规过',
  h: '好合和核护化环回会',
  j: '机及急加监检见件建健接结解进境纠究举卷决觉',
  k: '开考可款况馈',
  l: '理力例量领留律率落',
  m: '矛民',
  n: '纳内能年',
  p: '培批平评普',
  q: '期其强切勤情请求全权群',
  r: '人任如',
  s: '善商上设社申深审升时实事试受署述数水司讼诉',
  t: '他特提题体调庭通头投突推',
  w: '完网围维位文稳问务',
  x: '系下限项效信行性许宣学寻训',
  y: '压严言研验样要一依议意因应营用优语员原援运',
  z: '造责增争整证政执直职制治质置众重主助抓转字自综足作做',
};

const LETTERS = new Map(Object.entries(BY_LETTER).flatMap(([letter, characters]) => [...characters].map((c) => [c, letter] as const)));

/** `?` for a character that is not listed; anything that is no Chinese character is left out. */
export const initialsOf = (name: string): string => (name.match(/[一-龥]/gu) ?? []).map((c) => LETTERS.get(c) ?? '?').join('');
