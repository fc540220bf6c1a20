/**
 * What a date on a line of its own is called, in the languages that news is read in, to be added to freely: by
 * `|`, compared without case and accents. `other` are dates of anything but the publication, and `nameless` what
 * names an author, a place or a source and leaves the date beside it without a label.
 */
export const dateLabels = {
  published: `
    published | publish date | published on | posted | posted on | first published | date | publication date | pubdate |
    date published | submitted by | created | released | issued | filed | originally published | uploaded | publication | available online | published online | first online |
    تاريخ النشر | نشر | نشرت | تم النشر | نشر في | نشر بتاريخ | التاريخ | بتاريخ | تاريخ | نشر يوم | صدر | حرر في |
    بڵاوکراوەتەوە | بڵاوکرایەوە | بڵاو کراوەتەوە | بەروار | ڕێکەوت | ڕێکەوتی | کاتی بڵاوکردنەوە | بەرواری بڵاوکردنەوە | بڵاوبووەتەوە |
    تاریخ انتشار | تاریخ | انتشار | منتشر شده | منتشر شد | زمان انتشار | تاریخ درج | تاریخ خبر |
    تاریخ اشاعت | شائع | شائع شدہ | شائع ہوا | تاریخ اجرا | خپور شوی | نېټه |
    publié | publiée | publié le | paru | paru le | mis en ligne | date de publication | créé | parution |
    veröffentlicht | veröffentlicht am | erschienen | erstellt | stand | datum | veröffentlichung | erstveröffentlicht | publiziert |
    publicado | publicada | fecha | fecha de publicación | creado | publicación | emitido |
    publicado em | publicada em | data | data de publicação | criado | postado | criado em | data da publicação |
    pubblicato | pubblicata | data di pubblicazione | creato | inserito | pubblicazione |
    gepubliceerd | geplaatst | verschenen | publicatiedatum | gemaakt | aangemaakt | online sinds |
    publicerad | publicerat | publicerades | skapad | publicering | publisert | publicert | opprettet | lagt ut |
    publiceret | offentliggjort | oprettet | udgivet | julkaistu | luotu | birt | birt þann | avaldatud | publicēts | paskelbta | publikuota | įkelta |
    opublikowano | opublikowany | opublikowana | data publikacji | utworzono | dodano | data dodania | publikacja |
    publikováno | zveřejněno | vydáno | vytvořeno | datum vydání | publikované | zverejnené | vydané | pridané |
    objavljeno | objavljen | objava | datum objave | kreirano | közzétéve | megjelent | publikálva | létrehozva |
    publicat | publicată | data publicării | postat | publikuar | botuar | publikuar më |
    yayın | yayınlanma | yayınlanma tarihi | yayımlanma | yayımlanma tarihi | yayın tarihi | giriş | giriş tarihi | eklenme | eklenme tarihi | tarih | oluşturulma | yayımlandı | yayınlandı | haber giriş |
    dərc olunub | tarix | yayımlanıb |
    weşan | weşandin | weşanê | hat weşandin | dîrok | dîroka weşanê | roja weşanê | weşiya | hatiye weşandin |
    опубликовано | опубликован | опубликована | дата публикации | дата | создано | размещено | публикация | вышло |
    опубліковано | дата публікації | створено | розміщено | публікація | оприлюднено | апублікавана | дата публікацыі |
    публикувано | публикувана | публикуван на | објављено | објавено | објавување | датум |
    δημοσιεύθηκε | δημοσιεύτηκε | δημοσίευση | ημερομηνία | ημερομηνία δημοσίευσης | ημ δημοσίευσης | αναρτήθηκε |
    פורסם | פורסם ב | פורסם בתאריך | תאריך | תאריך פרסום | פורסמה | עלה לאתר | נוצר |
    发布 | 发布时间 | 发表 | 发表于 | 发布于 | 發布 | 發布時間 | 發表 | 刊登 | 日期 | 时间 | 創建 | 公開 | 公開日 | 掲載 | 投稿日 | 配信 | 公開日時 | 작성 | 입력 | 등록 | 게시 | 발행 | 기사입력 | 승인 |
    प्रकाशित | प्रकाशन तिथि | পোস্ট | প্রকাশিত | প্রকাশ | diterbitkan | dipublikasikan | terbit | tanggal | tarikh | diterbitkan pada | เผยแพร่ | เผยแพร่เมื่อ | วันที่ | đăng | đăng lúc | ngày đăng | xuất bản | imechapishwa | la daabacay | argitaratua | publicat el | foilsithe`,
  updated: `
    updated | last updated | last update | modified | last modified | edited | amended | revised | corrected | last reviewed |
    آخر تحديث | تحديث | التحديث | اخر التحديث | حدث | محدث | تم التحديث | عدل | تعديل | آخر تعديل | حدثت | جرى التحديث |
    نوێکرایەوە | نوێکراوەتەوە | دوایین نوێکردنەوە | نوێکردنەوە | نوێ کرایەوە | دواین نوێکردنەوە | گۆڕدراوە |
    به روز رسانی | به‌روزرسانی | بروزرسانی | به روز شده | به‌روز شده | آخرین به روز رسانی | آخرین ویرایش | ویرایش | آخرین تغییر | بازبینی |
    اپ ڈیٹ | آخری اپ ڈیٹ | تازہ ترین | نوی شوی |
    mis à jour | mise à jour | modifié | modifiée | actualisé | actualisée | màj | maj le | dernière mise à jour | corrigé |
    aktualisiert | aktualisierung | zuletzt aktualisiert | geändert | bearbeitet | zuletzt geändert | letzte aktualisierung | überarbeitet | update vom |
    actualizado | actualizada | actualización | última actualización | modificado | editado | revisado | atualizado | atualizada | atualização | última atualização | atualizado em | alterado |
    aggiornato | aggiornata | aggiornamento | ultimo aggiornamento | ultima modifica | modificato |
    bijgewerkt | laatst bijgewerkt | aangepast | gewijzigd | laatste update | laatst gewijzigd | geüpdatet |
    uppdaterad | uppdaterat | senast uppdaterad | uppdaterades | ändrad | oppdatert | sist oppdatert | endret | opdateret | senest opdateret | ændret | redigeret | redigert | redigerad |
    päivitetty | muokattu | uppfært | síðast uppfært | uuendatud | muudetud | atjaunots | labots | atnaujinta | pakeista |
    zaktualizowano | aktualizacja | ostatnia aktualizacja | zmodyfikowano | edytowano | zmieniono | aktualizováno | aktualizace | upraveno | změněno | aktualizované | upravené | aktualizácia | naposledy upravené |
    ažurirano | ažuriran | izmijenjeno | posodobljeno | spremenjeno | promenjeno | frissítve | frissítés | frissült | módosítva | utolsó frissítés | actualizat | actualizată | ultima actualizare | modificat | përditësuar | ndryshuar |
    güncelleme | güncellendi | güncellenme | son güncelleme | güncelleme tarihi | güncellenme tarihi | değiştirilme | düzenlenme | haber güncelleme | yenilənib | son yenilənmə |
    rojanekirin | hat rojanekirin | nûkirin | hat nûkirin | nûvekirin | hat nûvekirin | dawî nûkirin | guherandin | hatiye nûkirin |
    обновлено | обновлён | обновлена | обновление | изменено | последнее обновление | исправлено | отредактировано | оновлено | змінено | останнє оновлення | оновлення | абноўлена | зменена | обновена | актуализирано | променено | последна актуализация | ажурирано | измењено | ажурирана |
    ενημερώθηκε | ενημέρωση | τελευταία ενημέρωση | επικαιροποίηση | τροποποιήθηκε | ανανεώθηκε | תעודכן | עודכן | עדכון | עדכון אחרון | עודכן לאחרונה | נערך | שונה | עודכנה |
    更新 | 更新时间 | 更新時間 | 更新于 | 修改 | 编辑 | 編輯 | 更新日 | 最終更新 | 最終更新日 | 수정 | 최종수정 | 업데이트 | 기사수정 | अपडेट | अद्यतन | संशोधित | अंतिम अपडेट | আপডেট | হালনাগাদ | সর্বশেষ আপডেট | diperbarui | diperbaharui | dikemas kini | dikemaskini | pembaruan | แก้ไข | อัปเดต | อัพเดท | ปรับปรุง | cập nhật | sửa | imesasishwa | la cusboonaysiiyay | eguneratua | nuashonraithe`,
  other: `
    born | birth | date of birth | died | death | date of death | place and date of death | deceased | buried | funeral | married | obituary |
    received | accepted | submitted | retrieved | accessed | captured | archived | expires | expiry | expiration | expiration date | valid until | deadline | closing date | due | due date | maturity |
    maturity date | matures | maturing | notes due | coupon | settlement date | ex dividend | record date | payment date | event date | start date | end date | starts | ends | when | opens | closes | doors | kick off | effective | effective date | release date | in force | tour date | tour dates | joined | member since | registered | since | until | version |
    ولد | ولدت | مواليد | تاريخ الميلاد | الميلاد | توفي | توفيت | الوفاة | تاريخ الوفاة | وفاة | ولادة | تاريخ الولادة | الاستحقاق | تاريخ الاستحقاق | الموعد | موعد | الموعد النهائي | ينتهي | تاريخ الانتهاء | سندات | تاريخ الاستلام | القبول |
    لەدایکبوون | لەدایکبووی | لەدایک بووە | بەرواری لەدایکبوون | کۆچی دوایی | مردن | مردنی | ڕێکەوتی لەدایکبوون | دوا مۆڵەت | زاده | تولد | تاریخ تولد | متولد | درگذشت | درگذشته | تاریخ فوت | وفات | سررسید | مهلت | پیدائش | تاریخ پیدائش |
    née | né le | née le | naissance | date de naissance | mort | mort le | décédé | décédée | décès | échéance | date limite | reçu | accepté |
    geboren | geboren am | geburtsdatum | geburtstag | gestorben | gestorben am | verstorben | sterbedatum | todestag | tod | fällig | fälligkeit | laufzeit bis | anleihe | frist | einsendeschluss | beginn | ende | gültig bis | termin | eingegangen | angenommen |
    nacido | nacida | nació | nacimiento | fecha de nacimiento | fallecido | fallecida | falleció | murió | fallecimiento | fecha de fallecimiento | defunción | vencimiento | fecha de vencimiento | vence | bono | bonos | plazo | fecha límite | recibido | aceptado |
    nascido | nascida | nasceu | nascimento | data de nascimento | falecido | falecida | faleceu | morreu | morte | data de morte | vencimento | prazo | recebido | aceito |
    nato il | nata il | nascita | data di nascita | morto | morta | morto il | morte | data di morte | scadenza | termine | geboortedatum | overleden | overlijden | sterfdatum | vervaldatum |
    född | födelsedatum | död | dödsdatum | född den | avliden | født | fødselsdato | død | dødsdato | syntynyt | syntymäaika | kuollut | fæddur | dáinn | sündinud | surnud | dzimis | miris | gimė | mirė |
    urodzony | urodzona | data urodzenia | zmarł | zmarła | data śmierci | termin wykupu | narozen | narozena | datum narození | zemřel | zemřela | narodený | narodená | zomrel | rođen | rođena | datum rođenja | umro | umrla | preminuo | rojen | umrl | született | születési idő | meghalt | elhunyt | lejárat | născut | născută | data nașterii | decedat | decedată | lindur | vdekur |
    doğum | doğum tarihi | doğdu | ölüm | ölüm tarihi | öldü | vefat | vefat tarihi | son başvuru | vade | vade tarihi | doğulub | ölüb | jidayikbûn | roja jidayikbûnê | dîroka jidayikbûnê | mirin | roja mirinê | dîroka mirinê | wefat |
    родился | родилась | рождения | дата рождения | умер | умерла | дата смерти | скончался | скончалась | погашение | народився | народилася | дата народження | помер | померла | дата смерті | роден | родена | почина | рођен | рођена | умро | умрла |
    γεννήθηκε | γέννηση | ημερομηνία γέννησης | πέθανε | απεβίωσε | θάνατος | ημερομηνία θανάτου | λήξη | נולד | נולדה | תאריך לידה | נפטר | נפטרה | תאריך פטירה | מועד אחרון |
    出生 | 生于 | 出生日期 | 逝世 | 去世 | 生年月日 | 死去 | 到期日 | 截止日期 | 출생 | 생년월일 | 사망 | 마감 | जन्म | जन्म तिथि | मृत्यु | निधन | জন্ম | মৃত্যু | lahir | tanggal lahir | meninggal | wafat`,
  nameless: `
    by | author | from | source | location | place | reporter | writer | section | category | news | editor | بقلم | كتب | الكاتب | المصدر | تحرير | متابعة | القسم | نووسینی | سەرچاوە | نویسنده | منبع | auteur | par | source |
    autor | von | quelle | redaktion | por | fuente | fonte | di | autore | door | av | autorka | yazan | kaynak | nivîskar | çavkanî | автор | источник | джерело | συντάκτης | מאת | 来源 | 作者 | 기자 | kategori | kategorie | catégorie | categoría | categoria`,
} as const;

/** What may stand beside the date on a line about it: days of the week, time zones, prepositions. */
export const dateFiller = `
  last | first | on | at | the | of | time | gmt | utc | est | edt | et | pst | pdt | cst | cet | cest | bst | ist | am | pm | a m | p m | ast | local | uhr | h | le | a | um | el | kl | klo | ore | alle | ora | saat | hrs | hours | am | den | d | il | o | às | as | em | op | om | by |
  mon | tue | tues | wed | thu | thur | thurs | fri | sat | sun | monday | tuesday | wednesday | thursday | friday | saturday | sunday |
  lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonnabend | sonntag | mo | di | mi | do | fr | sa | so |
  lunes | martes | miércoles | jueves | viernes | sábado | domingo | segunda feira | terça feira | quarta feira | quinta feira | sexta feira | segunda | terça | quarta | quinta | sexta | feira | lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica |
  maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag | mandag | tirsdag | lørdag | søndag | maanantaina | tiistaina | keskiviikkona | torstaina | perjantaina | lauantaina | sunnuntaina |
  poniedziałek | wtorek | środa | czwartek | piątek | sobota | niedziela | pondělí | úterý | středa | čtvrtek | pátek | neděle | ponedjeljak | ponedeljak | utorak | srijeda | sreda | četvrtak | petak | subota | nedjelja | nedelja | hétfő | kedd | szerda | csütörtök | péntek | szombat | vasárnap | luni | marți | miercuri | joi | vineri | sâmbătă | duminică |
  pazartesi | salı | çarşamba | perşembe | cuma | cumartesi | pazar | duşem | sêşem | çarşem | pêncşem | în | şemî | yekşem | duşemê | sêşemê | çarşemê | pêncşemê | înê | şemiyê | yekşemê |
  понедельник | вторник | среда | четверг | пятница | суббота | воскресенье | понеділок | вівторок | середа | четвер | п'ятниця | субота | неділя | δευτέρα | τρίτη | τετάρτη | πέμπτη | παρασκευή | σάββατο | κυριακή | יום | ראשון | שני | שלישי | רביעי | חמישי | שישי | שבת |
  السبت | الاحد | الاثنين | الثلاثاء | الاربعاء | الخميس | الجمعه | يوم | الساعه | بتوقيت | غرينتش | في | م | ه | ص | عام | سنه | مساء | صباحا | شەممە | یەکشەممە | دووشەممە | سێشەممە | چوارشەممە | پێنجشەممە | هەینی | کاتژمێر | شنبه | یکشنبه | دوشنبه | سه شنبه | سه‌شنبه | چهارشنبه | پنجشنبه | جمعه | سه | ساعت | در`;
