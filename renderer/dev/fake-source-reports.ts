import { word } from '../../electron/words/word.ts';
import type { FileFailure } from '../../electron/contract/file-reports.ts';
import type { FailureGroup, SourceReport } from '../../electron/contract/source-reports.ts';
import type { ColumnRoles, GuessedTable } from '../../electron/contract/table-columns.ts';

const path = '/home/ada/Archive/courier/list.csv';
const guess: ColumnRoles = { title: 'headline', summary: 'body', seen: 'published', link: 'url' };
const rows = [
  {
    title: 'Ferry stops at noon',
    summary: 'No boat runs until Monday.',
    story: 'The ferry between Esta and Adeen stops at noon, the operator said.',
    seen: '3 August 2021',
    link: 'https://courier.example/ferry',
  },
  {
    title: 'Water is back',
    summary: 'All districts have water.',
    story: 'Water came back to all districts of Calder on Tuesday night.',
    seen: '4 August 2021',
    link: 'https://courier.example/water',
  },
  {
    title: 'Zirin votes',
    summary: 'The council of Zirin was elected.',
    story: 'Half of Zirin went to vote for a council on Sunday.',
    seen: '5 August 2021',
    link: 'https://courier.example/vote',
  },
];

/** What was read of every source, and how the columns of its one table are read. */
export class FakeSourceReports {
  #chosen: ColumnRoles | null = null;

  of(articles: number): SourceReport {
    return {
      formats: [
        { format: 'txt', files: Math.max(0, articles - 15), articles: Math.max(0, articles - 15), failed: 3 },
        { format: 'mbox', files: 1, articles: 12, failed: 0 },
        { format: 'csv', files: 1, articles: 3, failed: 1 },
        { format: '', files: 0, articles: 0, failed: 2 },
      ],
      encodings: [
        { encoding: 'utf-8', articles: Math.max(0, articles - 4) },
        { encoding: 'windows-1256', articles: 4 },
      ],
      tables: [{ path, format: 'csv', articles: 3 }],
      labels: [
        { label: 'Harbour', articles: 8 },
        { label: 'Council/Zirin', articles: 3 },
      ],
    };
  }

  table(): GuessedTable {
    const roles = this.#chosen ?? guess;
    return {
      columns: Object.keys(rows[0] ?? {}).map((name) => {
        const role = roles[name] ?? null;
        return { name, role, by: role === null ? null : this.#chosen === null ? 'name' : 'choice' };
      }),
      dayFirst: null,
      isDateDoubtful: false,
      rows,
    };
  }

  choose(roles: ColumnRoles | null): void {
    this.#chosen = roles;
  }
}

/** As they are told apart by their codes. */
export function fakeFailureGroups(failures: readonly FileFailure[]): FailureGroup[] {
  const codes = [...new Set(failures.map(({ code }) => code))];
  return codes.map((code) => {
    const own = failures.filter((failure) => failure.code === code);
    const reason = word(own[0]?.reason ?? '').replace(/\d[\d.,]*/gu, '…');
    return { code, reason, failures: own.map(({ id }) => id), examples: own.slice(0, 3) };
  });
}
