import { isAgency } from './agencies.ts';

/** What those who write articles are called, in the languages that news is read in. */
const roleWords =
  'correspondents?|reporters?|editors?|staff writers?|writers?|journalists?|columnists?|bureau chief|contributors?|contributing writer|staff|photographer|analyst|commentator|critic|freelancer|producer|anchor|' +
  'envoyée?s? spéciale?s?|envoyés spéciaux|correspondante?s?|journaliste|rédact(?:eur|rice)(?: en chef)?|chroniqueu(?:r|se)|pigiste|' +
  'corresponsal(?:es)?|enviad[oa] especial|redactora?s?|periodistas?|reporter[oa]|columnista|jornalistas?|repórter(?:es)?|correspondente|colunista|editora?|' +
  'inviat[oa]|giornalista|redattore|redattrice|cronista|corrispondente|verslaggever|redacteur|' +
  'korrespondent(?:in|en)?|redakteur(?:in)?|reporter(?:in)?|journalist(?:in)?|autor(?:in)?|volontär(?:in)?|chefredakteur(?:in)?|' +
  'journalister|skribent|redaktör|reportrar|redaktør|toimittaja|dziennikar(?:z|ka)|korespondent(?:ka)?|redaktor(?:ka)?|reporterka|publicysta|novinář(?:ka)?|novinar(?:ka)?|újságíró|szerkesztő|jurnalist[ăa]?|' +
  'muhabir(?:i)?|editör(?:ü)?|yazar(?:ı)?|gazeteci|temsilcisi|nûçegihan|rojnamevan|edîtor|nivîskar|' +
  'корреспондент(?:ка)?|журналист(?:ка)?|репортер|редактор|обозреватель|кореспондент(?:ка)?|журналіст(?:ка)?|оглядач|новинар(?:ка)?|δημοσιογράφος|ανταποκριτής|συντάκτης|כתב(?:ת)?|עורך|עיתונאי(?:ת)?|' +
  'مراسلة?|محررة?|كاتبة?|صحفية?|صحافية?|مراسلون|رئيس التحرير|پەیامنێر|ڕۆژنامەنووس|رۆژنامەنووس|نووسەر|خبرنگار|روزنامه‌نگار|سردبیر|نامہ نگار|صحافی|记者|記者|기자|특파원';
const roles = new RegExp(`(?:^|\\s)(?:${roleWords})(?:\\s|,|$)`, 'iu');
const addressOnly = /^(?:e-?mail\s*[:：]?\s*)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30})$/iu;
const writesFor = /^[Ss]pecial (?:to|for) (?:[Tt]he )?\p{Lu}[^.!?]{1,40}$/u;
const maxRoleLength = 70;
const maxWords = 6;

/** Whether a text says what somebody is at a paper: "Health Correspondent", "Redakteurin". */
export function isRole(text: string): boolean {
  return text.length <= maxRoleLength && roles.test(text) && text.trim().split(/\s+/u).length <= maxWords;
}

/** Whether a line under a byline says no more than what the author is, or where to write to. */
export function isRoleLine(line: string): boolean {
  if (line.length > maxRoleLength) return false;
  if (addressOnly.test(line) || writesFor.test(line)) return true;
  if (/[\p{Nd}!?؟:]|\.$/u.test(line)) return false;
  // "BBC News, Basra"
  return isRole(line) || isAgency(line.split(/\s*[,،|–—]\s*/u, 1)[0] ?? '');
}
