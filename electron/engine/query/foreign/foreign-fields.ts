/** What a field of another service is here. */
export type ForeignField =
  | Readonly<{ kind: 'field' | 'call' | 'value'; name: string }>
  /** Words that indexers gave the article, which are looked for in the text. */
  | Readonly<{ kind: 'subject' }>
  /** A code that only the service knows. */
  | Readonly<{ kind: 'code' }>;

const field = (name: string): ForeignField => ({ kind: 'field', name });
const call = (name: string): ForeignField => ({ kind: 'call', name });
const value = (name: string): ForeignField => ({ kind: 'value', name });
const subject: ForeignField = { kind: 'subject' };
const code: ForeignField = { kind: 'code' };

export const nexisFields: ReadonlyMap<string, ForeignField> = new Map([
  ['headline', field('headline')],
  ['head', field('headline')],
  ['title', field('headline')],
  ['body', field('body')],
  ['byline', field('byline')],
  ['dateline', field('place')],
  ['graphic', field('caption')],
  ['lead', call('lead')],
  ['hlead', call('hlead')],
  ['caps', call('caps')],
  ['allcaps', call('allcaps')],
  ['nocaps', call('nocaps')],
  ['publication', value('outlet')],
  ['section', value('section')],
  ['language', value('language')],
  ['terms', subject],
  ['subject', subject],
  ['company', subject],
  ['person', subject],
  ['geographic', subject],
]);

export const factivaFields: ReadonlyMap<string, ForeignField> = new Map([
  ['hd', field('headline')],
  ['hl', field('headline')],
  ['td', field('body')],
  ['by', field('byline')],
  ['art', field('caption')],
  ['cr', field('agency')],
  ['lp', call('lead')],
  ['hlp', call('hlead')],
  ['la', value('language')],
  ['sn', value('outlet')],
  ['se', value('section')],
  ['rst', code],
  ['sc', code],
  ['ns', code],
  ['co', code],
  ['re', code],
  ['in', code],
  ['fds', code],
]);
