/** A message that somebody forwarded inside of a text of their own, and what they wrote above it. */
export type InlineForward = Readonly<{
  before: string;
  subject: string;
  from: string;
  date: string;
  text: string;
}>;

const ruled = /^[\s>]*[-_]{2,}\s*\p{L}[^\n]{2,80}?[-_]{2,}\s*$/u;
const announced =
  /^[\s>]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du (?:message|courriel) (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio (?:del )?messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|begin doorgestuurd bericht)\s*:\s*$/iu;
const forwarding =
  /forward|weitergeleit|transf[eé]r|réexpédi|reenvi|inoltrat|encaminhad|doorgestuurd|vidarebefordra|videresend|пересыл|пересла|转发|轉寄|הועבר|מועבר|توجيه|محول|yönlendiril/iu;
const forwardedSubject = /^\s*(?:fwd?|wg|tr|rv|enc|vb|vs|doorst|i|إعادة توجيه|转发|轉寄|הועבר)\s*:/iu;
const labels = {
  from: /^(?:from|von|de|da|van|från|fra|lähettäjä|od|от|від|من|מאת|发件人|寄件者|差出人|보낸 ?사람|gönderen|kimden)\s*:\s*/iu,
  date: /^(?:date|sent|datum|gesendet|fecha|enviado(?: el)?|enviada em|envoyé|data|inviato|verzonden|skickat|sendt|dato|päivämäärä|дата|отправлено|تاريخ|التاريخ|تاريخ الإرسال|תאריך|נשלח|日期|发送时间|日付|送信日時|tarih|gönderildi|wysłano)\s*:\s*/iu,
  subject:
    /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|тема|الموضوع|נושא|主题|主旨|件名|제목|konu)\s*:\s*/iu,
} as const;
const maxHeadLines = 12;
/** A name may come with stars around it, as bold letters do in texts. */
const bold = /^\*([^*]{1,40})\*/;

/**
 * The message in a text, where a line announces it and its sender, date and subject stand below; null for a text without one, and for the
 * answer to a message, which is quoted in the same way. `subject` is that of the message with the text.
 */
export function inlineForward(text: string, subject: string): InlineForward | null {
  const lines = text.split(/\r?\n/);
  const isForwarded = forwardedSubject.test(subject);
  for (const [at, line] of lines.entries()) {
    const isOpening = announced.test(line) || (ruled.test(line) && (isForwarded || forwarding.test(line)));
    if (!isOpening) continue;
    const found = readHead(lines, at + 1);
    if (found !== null) return { before: lines.slice(0, at).join('\n').trim(), ...found };
  }
  return null;
}

function readHead(lines: readonly string[], first: number): Omit<InlineForward, 'before'> | null {
  const said = new Map<string, string>();
  let at = first;
  while (at < lines.length && unquoted(lines[at] ?? '') === '') at++;
  const isQuoted = /^\s*>/.test(lines[at] ?? '');
  const end = Math.min(lines.length, at + maxHeadLines);
  for (; at < end; at++) {
    const line = unquoted(lines[at] ?? '').replace(bold, '$1');
    if (line === '') break;
    for (const [name, label] of Object.entries(labels)) {
      const opening = label.exec(line)?.[0];
      if (opening !== undefined && !said.has(name)) said.set(name, line.slice(opening.length).trim());
    }
  }
  const [from, date, subject] = [said.get('from'), said.get('date'), said.get('subject')];
  if (from === undefined || date === undefined || subject === undefined) return null;
  const rest = lines.slice(at).map((line) => (isQuoted ? line.replace(/^\s*> ?/, '') : line));
  return { from, date, subject, text: rest.join('\n').trim() };
}

function unquoted(line: string): string {
  return line.replace(/^[\s>]+/, '').trim();
}
