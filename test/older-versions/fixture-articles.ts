/** So many that texts are written by a list of words that was learnt, and that lists of the index have several blocks. */
function bulletins(): Record<string, string> {
  const numbers = Array.from({ length: 420 }, (_, nth) => nth + 1);
  const text = (number: number): string =>
    `Bulletin ${number}: wind and tide at Brennick\n\nBRENNICK - The wind at the mole was of force ${number % 9} at noon, ` +
    `and the tide gauge stood at ${100 + ((number * 37) % 80)} centimetres.\n\nBoats stay in beyond force six.\n`;
  return Object.fromEntries(
    numbers.map((number) => [`weather/bulletin-${String(number).padStart(3, '0')}.txt`, text(number)]),
  );
}

/** A small made-up archive, as `path: bytes`; each part of it is there for something that a library has to keep. */
export const fixtureArticles: Readonly<Record<string, string | Uint8Array>> = {
  '2019/03/04/lock.txt':
    'Lock gates of the Verrin canal are lifted out for repair\n\nOSTERHAVN (Northwire) - A floating crane lifted the ' +
    'first of four oak gates out of the Verrin lock on Monday, and barges will wait a fortnight.\n\n"Nobody alive has ' +
    'seen these sills dry," said Marit Sol, the lock keeper.\n\nBargemen were offered moorings upstream.\n',
  '2019/03/05/lock-again.txt':
    'Bargemen ask for pay while the Verrin lock is dry\n\nOSTERHAVN (Northwire) - Twenty bargemen asked the canal board ' +
    'on Tuesday to pay them for each day that the lock stays shut.\n\nThe board will answer on Friday, its clerk said.\n',
  '2019/06/17/apricots.txt':
    'Early apricots reach the market of Dar Selim\n\nDAR SELIM (Levant Press) - The first apricots were sold before ' +
    'sunrise on Monday, at twice the price of last summer.\n\nFrost had taken the blossom of the lower orchards.\n\n' +
    'Share\nTweet\nPrint\n',
  '2019/06/17/copy-of-apricots.txt':
    'Early apricots reach the market of Dar Selim\n\nDAR SELIM (Levant Press) - The first apricots were sold before ' +
    'sunrise on Monday, at twice the price of last summer.\n\nFrost had taken the blossom of the lower orchards.\n\n' +
    'Share\nTweet\nPrint\n',
  '2020/01/09/quake.txt':
    'Tremor cracks the aqueduct above Kharat\n\nKHARAT, Jan. 9 (Northwire) - A tremor of magnitude 4.6 cracked two ' +
    'arches of the old aqueduct on Thursday. No one was hurt.\n\nSurveyors will hang plumb lines from the parapet.\n',
  '2020/02/30/odd-date.txt':
    'Observatory dome turns again\n\nAfter eleven years of rust the dome of the hill observatory was turned by hand.\n\n' +
    'Its astronomers hope to see the comet in autumn.\n',
  'fr/phare.txt':
    'Le phare de la pointe reprend son service\n\nPORT-AUBRAC - Le phare, éteint depuis la tempête de décembre, a été ' +
    'rallumé mardi soir devant une foule de marins et de curieux.\n\nLa nouvelle lentille vient d’un atelier de la région.\n',
  'de/bruecke.txt':
    'Brücke über die Solme bleibt gesperrt\n\nHALMSTEDT - Die Straßenbrücke über die Solme bleibt bis zum Frühjahr ' +
    'gesperrt, teilte das Bauamt am Mittwoch mit.\n\nFußgänger dürfen einen Steg benutzen.\n',
  'ar/mina.txt':
    'الميناء القديم يستقبل أول سفينة بعد الترميم\n\nرست يوم الأحد أول سفينة شحن في الميناء القديم بعد عامين من أعمال الترميم.\n\n' +
    'وقال مدير الميناء إن الرصيف الجديد يتسع لثلاث سفن.\n',
  'caption.txt':
    'Glassblowers light the great furnace\n\nA glassblower turns a vase in Tamsin Hollow on Saturday. (Photo: Ida ' +
    'Fenn/Northwire)\n\nTAMSIN HOLLOW - The furnace of the old glassworks was lit on Saturday and will burn for nine ' +
    'months.\n\nTwo apprentices came from the coast.\n',
  'latin1.txt': Buffer.from(
    'Café of the pilots closes\n\nThe café where pilots waited for the tide has closed after ninety years.\n',
    'latin1',
  ),
  'vanishing.txt':
    'Ferry Corriden makes its last crossing\n\nSKARROW - The ferry Corriden crossed the sound for the last time on Sunday.\n',
  'edited.txt':
    'Museum buys a tide clock\n\nThe harbour museum has bought a tide clock that ran eight minutes late.\n',
  'empty.txt': '',
  'binary.txt': Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256),
  ...bulletins(),
};

/** What the file `edited.txt` says after it was read once. */
export const editedArticle =
  'Museum buys two tide clocks\n\nThe harbour museum has bought two tide clocks, and a barometer, at auction.\n';
