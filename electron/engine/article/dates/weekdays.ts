import { foldSpelling } from '../text/fold-spelling.ts';

/** The days of a week from Sunday on, in the languages that news is read in, to be added to freely. */
const weeks = [
  'sunday|sun,monday|mon,tuesday|tue|tues,wednesday|wed,thursday|thu|thur|thurs,friday|fri,saturday|sat',
  'sonntag,montag,dienstag,mittwoch,donnerstag,freitag,samstag|sonnabend',
  'dimanche|dim,lundi|lun,mardi,mercredi,jeudi|jeu,vendredi|ven,samedi|sam',
  'domingo|dom,lunes|lun,martes,miércoles|mié,jueves|jue,viernes|vie,sábado|sáb',
  'domingo,segunda,terça,quarta,quinta,sexta,sábado',
  'domenica,lunedì,martedì,mercoledì,giovedì,venerdì,sabato',
  'zondag,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag',
  'söndag|søndag,måndag|mandag,tisdag|tirsdag,onsdag,torsdag,fredag,lördag|lørdag',
  'sunnuntai|sunnuntaina,maanantai|maanantaina,tiistai|tiistaina,keskiviikko|keskiviikkona,torstai|torstaina,perjantai|perjantaina,lauantai|lauantaina',
  'niedziela,poniedziałek,wtorek,środa,czwartek,piątek,sobota',
  'neděle|nedeľa,pondělí|pondelok,úterý|utorok,středa|streda,čtvrtek|štvrtok,pátek|piatok,sobota',
  'nedjelja|nedelja,ponedjeljak|ponedeljak,utorak,srijeda|sreda,četvrtak,petak,subota',
  'vasárnap,hétfő,kedd,szerda,csütörtök,péntek,szombat',
  'duminică,luni,marți,miercuri,joi,vineri,sâmbătă',
  'pazar,pazartesi,salı,çarşamba,perşembe,cuma,cumartesi',
  'yekşem,duşem,sêşem,çarşem,pêncşem,în,şemî',
  'воскресенье,понедельник,вторник,среда,четверг,пятница,суббота',
  'неділя,понеділок,вівторок,середа,четвер,пʼятниця,субота',
  'κυριακή,δευτέρα,τρίτη,τετάρτη,πέμπτη,παρασκευή,σάββατο',
  'الأحد,الاثنين|الإثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت',
  'یکشنبه,دوشنبه,سه‌شنبه,چهارشنبه,پنجشنبه|پنج‌شنبه,جمعه,شنبه',
  'یەکشەممە,دووشەممە,سێشەممە,چوارشەممە,پێنجشەممە,هەینی,شەممە',
  'اتوار,پیر,منگل,بدھ,جمعرات,جمعہ,ہفتہ',
  'ראשון,שני,שלישי,רביעי,חמישי,שישי,שבת',
  'minggu,senin,selasa,rabu,kamis,jumat,sabtu',
];

const weekdays = new Map<string, number>();
for (const week of weeks)
  for (const [day, names] of week.split(',').entries())
    for (const name of names.split('|')) weekdays.set(foldSpelling(name), day);

/** The day of the week that a folded word names, 0 for Sunday, or null. */
export function weekdayNamed(folded: string): number | null {
  return weekdays.get(folded) ?? null;
}

/** The day of the week of a day of the Gregorian calendar, 0 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
