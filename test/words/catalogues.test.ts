import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { formatRows } from '../../electron/engine/ingest/formats/formats.ts';
import { english } from '../../electron/words/english/english.ts';
import { catalogues, type LanguageTag, type MessageName } from '../../electron/words/languages.ts';

type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];

// Kinds of elements, as the parser numbers them.
const argument = 1;
const select = 5;
const plural = 6;

const kindOf = (element: MessageElement): number => Number(element.type);

const names = Object.keys(catalogues.en) as MessageName[];
const parsed = (language: LanguageTag, name: MessageName) =>
  new IntlMessageFormat(catalogues[language][name], language, undefined, { ignoreTag: true }).getAst();

function elements(list: readonly MessageElement[]): MessageElement[] {
  return list.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => elements(value)) : []),
  ]);
}

function argumentsOf(language: LanguageTag, name: MessageName): readonly string[] {
  const found = elements(parsed(language, name)).filter(
    (element) => kindOf(element) >= argument && kindOf(element) <= plural,
  );
  return [...new Set(found.map((element) => ('value' in element ? String(element.value) : '')))].sort();
}

describe.each(['en', 'ar'] as const)('the catalogue of %s', (language) => {
  it('takes the same values as the English one', () => {
    const differing = names.filter(
      (name) => argumentsOf(language, name).join() !== argumentsOf('en', name).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has a form for every plural of the language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = names.filter((name) =>
      elements(parsed(language, name)).some(
        (element) =>
          kindOf(element) === plural &&
          'options' in element &&
          !categories.every((category) => Object.hasOwn(element.options, category)),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('has no choice without a form for all others', () => {
    const choices = names
      .flatMap((name) => elements(parsed(language, name)))
      .filter((element) => kindOf(element) === select);
    expect(choices.every((choice) => 'options' in choice && Object.hasOwn(choice.options, 'other'))).toBe(
      true,
    );
  });

  it('says something under every name', () => {
    expect(names.filter((name) => catalogues[language][name].trim() === '')).toEqual([]);
  });
});

it('every format that is read has a name', () => {
  const named = Object.keys(english).filter((name) => name.startsWith('format.'));
  const formats = formatRows.map(({ name }) => `format.${name}`);
  expect(named.sort()).toEqual([...formats, 'format.unknown', 'format.not-noted'].sort());
});
