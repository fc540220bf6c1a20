import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerReading } from './page-peers.ts';

/** What each of the programs in Python reads out of each page, by the name of the program. */
export type PythonReadings = ReadonlyMap<string, readonly PeerReading[]>;

const packages = ['trafilatura==2.3.1', 'htmldate==1.11.0', 'newspaper4k==0.9.6', 'lxml_html_clean'];
/** Stays from one run to the next: installing takes a minute, and the network. */
const venv = join(tmpdir(), 'microfiche-eval-python');
const script = `
import json, sys, logging
logging.disable(logging.CRITICAL)
from trafilatura import extract
from htmldate import find_date
from newspaper import Article
def tried(work):
    try:
        return work()
    except Exception:
        return None
for line in open(sys.argv[1], encoding='utf-8'):
    page = json.loads(line)
    html, url = page['html'], page['url'] or None
    def newspaper():
        article = Article(url or 'https://page.invalid/')
        article.download(input_html=html)
        article.parse()
        return {'body': article.text, 'headline': article.title or None,
                'date': article.publish_date.strftime('%Y-%m-%d') if article.publish_date else None}
    print(json.dumps({
        'trafilatura': {'body': tried(lambda: extract(html, include_comments=False, url=url)) or '', 'headline': None, 'date': None},
        'htmldate': {'body': '', 'headline': None, 'date': tried(lambda: find_date(html, url=url, original_date=True))},
        'newspaper4k': tried(newspaper) or {'body': '', 'headline': None, 'date': None},
    }), flush=True)
`;

/** Has the programs in Python read the pages; null where there is no Python that can install them. */
export async function readByPython(
  pages: readonly Readonly<{ html: string; url: string }>[],
): Promise<PythonReadings | null> {
  const python = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (!existsSync(python) && !runs('python3', ['-m', 'venv', venv])) return null;
  const isThere = runs(python, ['-c', 'import trafilatura, htmldate, newspaper']);
  if (!isThere && !runs(python, ['-m', 'pip', 'install', '--quiet', '--upgrade', 'pip'])) return null;
  if (!isThere && !runs(python, ['-m', 'pip', 'install', '--quiet', ...packages])) return null;
  const dir = await mkdtemp(join(tmpdir(), 'microfiche-eval-'));
  try {
    const input = join(dir, 'pages.jsonl');
    await writeFile(input, pages.map((page) => JSON.stringify(page)).join('\n'));
    const { stdout, status } = spawnSync(python, ['-c', script, input], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return status === 0 ? byProgram(stdout) : null;
  } finally {
    await rm(dir, { recursive: true });
  }
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function byProgram(lines: string): PythonReadings {
  const readings = new Map<string, PeerReading[]>();
  for (const line of lines.trim().split('\n')) {
    for (const [program, reading] of Object.entries(JSON.parse(line) as Record<string, PeerReading>)) {
      const known = readings.get(program);
      if (known === undefined) readings.set(program, [reading]);
      else known.push(reading);
    }
  }
  return readings;
}
