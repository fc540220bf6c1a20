import { acts } from './acts.ts';
import { building } from './building.ts';
import { common } from './common.ts';
import { comparing } from './comparing.ts';
import { corrections } from './corrections.ts';
import { damage } from './damage.ts';
import { deeds } from './deeds.ts';
import { exporting } from './exporting.ts';
import { faults } from './faults.ts';
import { formats } from './formats.ts';
import { files } from './files.ts';
import { frame } from './frame.ts';
import { menu } from './menu.ts';
import { notes } from './notes.ts';
import { queryPage } from './query-page.ts';
import { reading } from './reading.ts';
import { results } from './results.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { tags } from './tags.ts';
import { troubles } from './troubles.ts';
import { packing } from './packing.ts';
import { settings } from './settings.ts';

export const english = {
  ...acts,
  ...building,
  ...common,
  ...comparing,
  ...corrections,
  ...damage,
  ...deeds,
  ...exporting,
  ...faults,
  ...files,
  ...formats,
  ...frame,
  ...menu,
  ...notes,
  ...queryPage,
  ...reading,
  ...results,
  ...search,
  ...sources,
  ...tags,
  ...troubles,
  ...packing,
  ...settings,
};
