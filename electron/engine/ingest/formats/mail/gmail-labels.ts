/** What Google calls its bin, in the languages of those who export their mail. */
const bins = new Set(
  (
    'trash|bin|deleted|papierkorb|corbeille|papelera|lixeira|lixo|reciclagem|cestino|prullenbak|papirkurv|papperskorg|papperskorgen|roskakori|' +
    'kosz|koš|kôš|kuka|lomtár|coș de gunoi|çöp kutusu|çöp|корзина|кошик|кошче|κάδος απορριμμάτων|المهملات|سلة المهملات|زباله‌دان|سطل زباله|אשפה|' +
    'ゴミ箱|휴지통|已删除邮件|垃圾桶|ถังขยะ|thùng rác|sampah'
  ).split('|'),
);

/** Labels in a header that is decoded already: commas separate them, and names with commas stand in quotation marks. */
export function gmailLabels(header: string): string[] {
  const labels = [...header.matchAll(/"((?:[^"\\]|\\.)*)"|[^,"]+/gu)].map(([whole, quoted]) =>
    (quoted ?? whole).replace(/\\(.)/gu, '$1').replace(/\s+/gu, ' ').trim(),
  );
  return labels.filter((label) => label !== '');
}

/** Whether a label says that the message was thrown away. */
export function isBin(label: string): boolean {
  return bins.has(label.toLowerCase());
}
