import { describe, expect, it } from 'vitest';
import { readLonePlace } from '../../../../electron/engine/article/credits/lone-place.ts';
import { fieldsOf } from '../article-context.ts';

describe('readLonePlace', () => {
  it.each([
    ['مەرسا نوور – یانەی سەرچاوان بۆ یەکەم جار لە مێژوویدا جامی برد', 'مەرسا نوور'],
    ['وادي حلم: أعلن محافظ وادي حلم طارق هولم حالة الجفاف في البلاد يوم الاثنين', 'وادي حلم'],
    ['کاسێڵ: لە شاری کاسێڵی ئەڵمانیاش بە بۆنەی جەژن چالاکی ئەنجامدرا', 'کاسێڵ'],
  ])('reads %s', (paragraph, place) => {
    expect(readLonePlace(paragraph)).toMatchObject({ place });
  });

  it.each([
    'قال الوزير: إن الجلسة انتهت بعد منتصف الليل من دون خلاف على الموازنة',
    'الداخلية الألمانية: لا صحة لانتحال الغرباء صفة لاجئين للدخول إلى البلاد',
    'عادل الحربي – نجران صرح المتحدث الإعلامي للدفاع المدني بأن الحريق أخمد',
    'رئيس المجلس – وهو في السبعين – قال إن الجلسة انتهت بعد منتصف الليل',
    'مرسى نور – صور من الحفل',
    'لەناو ئاشووری – سوریانییەکاندا سەدان شایەتحاڵی ئەو ڕووداوە هەن',
  ])('leaves %s to the body', (paragraph) => {
    expect(readLonePlace(paragraph)).toBeNull();
  });
});

describe('the first paragraph of an article', () => {
  const [first, second] = [
    'وادي حلم: أعلن محافظ وادي حلم طارق هولم حالة الجفاف في البلاد يوم الاثنين بعد صيف طويل.',
    'مدرسة النور – التلاميذ يعودون إلى صفوفهم بعد أيام من الانتظار الطويل في بيوتهم.',
  ];

  it('alone may name a place that is in no list', () => {
    expect(fieldsOf(['المحافظ يعلن حالة الجفاف', first, second])).toMatchObject({ place: 'وادي حلم' });
    expect(fieldsOf(['المحافظ يعلن حالة الجفاف', first.slice(10), second]).place).toBeNull();
  });
});
