import { correctableFields, correctedDate, type CorrectedFields } from '../corrections.ts';
import { isObject, refuse, text } from '../parse.ts';

const fieldText = text(1, 2_000);

/** Fields that a person corrects: those that are named, of the known ones, at least one. */
export function correctedFields(data: unknown, at: string): CorrectedFields {
  if (!isObject(data)) return refuse(at, 'an object', data);
  const named = correctableFields.filter((field) => Object.hasOwn(data, field) && data[field] !== undefined);
  if (named.length === 0) return refuse(at, `one of ${correctableFields.join(', ')}`, data);
  const entries = named.map((field) => {
    const value = data[field];
    const place = `${at}.${field}`;
    if (value === null) {
      return field === 'headline' || field === 'language'
        ? refuse(place, 'a text', value)
        : ([field, null] as const);
    }
    const said = fieldText(value, place).trim();
    if (said === '') return refuse(place, 'a text, or null for none', value);
    if (field === 'published' && !isDate(said))
      return refuse(place, 'a date: 1987, 1987-02, 1987-02-26 or 1987-02-26T14:30', value);
    if (field === 'language' && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said))
      return refuse(place, 'the code of a language, such as en or ckb', value);
    return [field, said] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether the calendar has such a day. */
function isDate(said: string): boolean {
  if (!correctedDate.test(said)) return false;
  const day = said.slice(0, 10);
  return day.length < 10 || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
