// How a text tells causes, and how a problems part is told by one vague sentence. Data only.
// Source of the duty: 《法治政府建设与责任落实督察工作规定》 asks for 存在的不足和原因.

/** Words that name a cause. */
export const REASON =
  '原因|由于|因为|鉴于(?!上述|以上|此)|根源|根[子在]|归[根结]到?结?底|说到底|追根究底|深层次|何以|使然|使得|背后是|问题出在|制约了?|盖因|皆因|归结|原由|主因|受[^，。；]{1,8}所限|根本上|带来的|以致|直接联系|为什么|从[主客]观上?[看讲]|[同跟与和][^，。；]{1,16}(?:分不开|不无关系|有很大关系)|所致|(?<!来)源于|缘于|源自|归因|成因|缘由|症结|因素|受[^，。；]{1,12}(?:影响|制约|限制)|受[制限]于|限于|囿于|主要(?:是|在于)|究其|(?<![容极]易|易于|可能|会|将)(?:导致|致使|造成|引起|引发)|(?:^|[，。；])因(?![此而为地势材])|与[^，。；]{1,16}(?:有关|相关)(?=[，。；])';

/** A heading that promises causes. */
export const REASON_PROMISED = '原因';

/** The sentence a fix adds, with its tab stop. */
export const REASON_STUB = '主要原因是${1:【写明原因】}。';

/** A problems part that says no more than this sort of thing names no problem. */
export const VAGUE = '有待|还?需要?(?:进一步|继续)';
