import type { deeds as english } from '../english/deeds.ts';

export const deeds: Readonly<Record<keyof typeof english, string>> = {
  'deed.create': 'إنشاء «{name}»',
  'deed.rename': 'تغيير الاسم من «{from}» إلى «{to}»',
  'deed.colour': 'تلوين «{name}»',
  'deed.merge': 'دمج {names} في «{into}»',
  'deed.delete': 'حذف «{name}»',
  'deed.add': 'إضافة {names}',
  'deed.remove': 'إزالة {names}',
  'deed.add-and-remove': 'إضافة {added} وإزالة {removed}',
  'deed.and-more': '{names} و{count, number} غيرها',
  'deed.correct': 'تصحيح {fields}',
  'deed.field': '{field} «{value}»',
  'deed.emptied': '{field} بلا قيمة',
  'deed.blocks': 'تصحيح المتن والحواشي',
  'deed.uncorrect': 'التراجع عن التصحيحات',
};
