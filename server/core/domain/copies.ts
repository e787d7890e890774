// What may differ in a copied paragraph, and what all reports share and therefore is no copy. Data only: sources of regular
// expressions, from the usage of published reports.

/** Numbers in digits or characters, with their points. */
export const NUMBER = '[0-9]+(?:[.,][0-9]+)*|[〇零一二三四五六七八九十百千万两]+';

/** The place and office names of which an issuer's name is made. */
export const NAME_OF_ISSUER = '[一-龥]{2,20}?(?:省|自治区|市|州|盟|县|旗|区|镇|乡|街道|苏木|局|厅|委员会|办公室)';

/** What ends such a name, and stands alone where the office speaks of itself: 我镇, 全区. */
export const KIND_OF_PLACE = '街道|苏木|[省市州盟县旗区镇乡局厅]';

/** Sentences that every report has: the guiding thought, the opening and closing formulas, the four duties in person. */
export const SHARED_SENTENCE = '习近平|党的(?:十[八九]|二十)|二十届|两个(?:确立|维护)|四个(?:意识|自信)|为指导|(?:报告|汇报|总结)如下|特此报告|亲自(?:部署|过问|协调|督办)|第一责任人职责';

/** A paragraph shorter than this may be alike by chance; so may one with fewer characters outside such sentences. */
export const SHORTEST_COPY = 60;
export const LEAST_OWN = 40;
