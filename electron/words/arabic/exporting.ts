import type { exporting as english } from '../english/exporting.ts';

export const exporting: Readonly<Record<keyof typeof english, string>> = {
  'export.failed': 'فشل التصدير',
  'export.done': 'كُتب {articles} في {path}',
  'export.closed': 'أُغلق المخرَج قبل أن يُكتب كله',
  'export.not-chosen': 'لم يختر أحد هذا المكان للكتابة فيه. اختره من جديد.',
  'export.no-room': 'تعذرت كتابة المخرَج: لم يبقَ مكان حيث يذهب',
  'export.no-layout': 'لا تُكتب الصيغة {format} هكذا: اختر ملفًا واحدًا أو ملفًا لكل مقال.',
  'export.output': 'المخرَج',
  'export.disk-full':
    'القرص الذي عليه {path} ممتلئ. لم يبقَ هناك شيء. أفسح عليه مكانًا أو اختر مكانًا آخر وحاول من جديد.',
  'export.too-large': 'سيكون {path} أكبر مما يُسمح به لملف هناك. اختر مكانًا آخر أو مقالات أقل.',
  'export.not-allowed': 'لا تجوز الكتابة في {path}: المجلد أو قرصه للقراءة فقط. اختر مكانًا آخر.',
  'export.no-folder': 'مجلد {path} غير موجود. اختر مكانًا آخر.',
  'export.is-there': 'في {path} شيء من قبل. انقله أو اختر اسمًا آخر.',
  'export.is-folder': '{path} مجلد. اختر اسم ملف.',
  'export.name-too-long': 'اسم {path} أطول مما يقبله القرص. اختر اسمًا أقصر.',
  'export.not-written': 'تعذرت كتابة {path} ({why}).',
  'export.in-library': '{path} داخل مجلد المكتبة. اختر مكانًا آخر.',
  'export.in-source': '{path} داخل المصدر {source}، حيث سيُقرأ كمقالات. اختر مكانًا آخر.',
};
