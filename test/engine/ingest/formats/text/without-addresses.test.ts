import { describe, expect, it } from 'vitest';
import { withoutAddresses } from '../../../../../electron/engine/ingest/formats/text/without-addresses.ts';

const menu = ['Home', 'World', 'Sport', 'Weather', 'Letters'].map(
  (name) => `  * [${name}](https://harbour.example/${name.toLowerCase()}/ "${name} (all)")`,
);

describe('a page in Markdown, as converters save it', () => {
  it('is its paragraphs, without addresses, pictures and marks, however its addresses are broken', () => {
    const text = [
      '[ ![The Harbour](https://harbour.example/logo-\nlarge.png) ](https://harbour.example "The\nHarbour \\(1931\\)")',
      '',
      ...menu,
      '',
      '#  [Mole repaired before the\nstorms](https://harbour.example/2019/mole-\nrepaired_(part_2)/ "Mole repaired")',
      '',
      'By **Ann Lee**',
      '',
      'The old mole was [repaired on\nMonday](https://harbour.example/a?b=[1]), the _harbour office_ said\\.  ',
      'A second line.',
      '',
      '> “We were cold,” a diver said [here][1].',
      '',
      'Boat | Points',
      '---|---',
      'Ada | 12',
    ].join('\n');
    expect(withoutAddresses(text)).toBe(
      [
        ...['Home', 'World', 'Sport', 'Weather', 'Letters'].map((name) => `* ${name}`),
        '',
        'Mole repaired before the storms',
        '',
        'By Ann Lee',
        '',
        'The old mole was repaired on Monday, the harbour office said.',
        '',
        'A second line.',
        '',
        '“We were cold,” a diver said here.',
        '',
        'Boat | Points',
        '',
        'Ada | 12',
      ].join('\n'),
    );
  });

  it('is left as it is with few links, or with none', () => {
    const text = 'Call [the office](tel:1).\n\nArrays such as a[i](x) are no links.';
    expect(withoutAddresses(text)).toBe(text);
    expect(withoutAddresses('[a] (b)\n[c]')).toBe('[a] (b)\n[c]');
  });

  it.each(['[](', '[', '](', '[x](a(', '![', '\\[](\n', '[a](b "c', '[a](b)\n', '[a](b-\nc)\n'])(
    'takes the time of its length where it is %j again and again',
    (piece) => {
      const start = performance.now();
      withoutAddresses(piece.repeat(100_000));
      // With the square of it, minutes.
      expect(performance.now() - start).toBeLessThan(20_000);
    },
  );
});

describe('a page with a list of addresses at its end', () => {
  it('is its paragraphs without the numbers', () => {
    const text = [
      '   [1]Home [2]World',
      '',
      'Mole repaired before the storms',
      '',
      '   The old mole was [3]repaired on Monday after four weeks of work by divers,',
      '   who replaced stones [sic] that the sea had carried off, [4]the office said.',
      '',
      'References',
      '',
      '   Visible links',
      '   1. https://harbour.example/',
      '   2. https://harbour.example/world',
    ].join('\n');
    expect(withoutAddresses(text)).toBe(
      'Home World\n\nMole repaired before the storms\n\n' +
        'The old mole was repaired on Monday after four weeks of work by divers, ' +
        'who replaced stones [sic] that the sea had carried off, the office said.\n',
    );
  });

  it('is left as it is where the list has no addresses', () => {
    const text = 'On tides [1]\n\nSee below.\n\nReferences\n\n   1. Corvell, On Tides, 1931\n';
    expect(withoutAddresses(text)).toBe(text);
  });
});
