import type { common as english } from '../english/common.ts';

export const common: Readonly<Record<keyof typeof english, string>> = {
  'common.close': 'إغلاق',
  'common.dismiss': 'إخفاء',
  'common.undo': 'تراجع',
  'common.cancel': 'إلغاء',
  'common.done': 'تم',
  'common.clear': 'مسح',
  'common.failure': '{what}: {why}',
  'common.quoted': '«{name}»',
  'common.list': '{one}، {other}',
  'common.two': '{one} و{other}',
  'common.not-undone': 'تعذر التراجع عن هذا',
  'count.articles':
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}',
  'count.tags':
    '{count, plural, zero {لا وسوم} one {وسم واحد} two {وسمان} few {# وسوم} many {# وسمًا} other {# وسم}}',
  'count.nested-tags':
    '{count, plural, zero {لا وسوم متفرعة} one {وسم متفرع واحد} two {وسمان متفرعان} few {# وسوم متفرعة} many {# وسمًا متفرعًا} other {# وسم متفرع}}',
  'count.files':
    '{count, plural, zero {لا ملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}',
  'count.seconds':
    '{count, plural, zero {صفر ثانية} one {ثانية واحدة} two {ثانيتان} few {# ثوانٍ} many {# ثانية} other {# ثانية}}',
  'count.minutes':
    '{count, plural, zero {صفر دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'count.hours':
    '{count, plural, zero {صفر ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'duration.hours-and-minutes': '{hours} و{minutes}',
  'duration.milliseconds': '{value} م.ث',
  'duration.seconds': '{value} ث',
};
