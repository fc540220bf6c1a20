import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addedSizes, appFiles, differences } from '../../../electron/dev/package/app-files.ts';
import { shippedBom, type Bom } from '../../../electron/dev/package/sbom.ts';

const component = (name: string, version: string) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  scope: 'optional',
});

const all: Bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: 'urn:uuid:of-this-run',
  metadata: { timestamp: 'now', component: component('some-folder', '0.1.0') },
  components: [component('lunr', '2.3.9'), component('vitest', '4.1.12'), component('svelte', '5.0.0')],
  dependencies: [
    { ref: 'some-folder@0.1.0', dependsOn: ['lunr@2.3.9', 'vitest@4.1.12'] },
    { ref: 'lunr@2.3.9', dependsOn: [] },
    { ref: 'vitest@4.1.12', dependsOn: ['lunr@2.3.9'] },
    { ref: 'svelte@5.0.0' },
  ],
};

const notice = (name: string, version: string) => ({ name, version, licence: 'MIT', text: '' });

describe('the bill of materials', () => {
  const shipped = {
    notices: [notice('lunr', '2.3.9'), notice('svelte', '5.0.0')],
    electron: '45.0.0',
    time: 86_400,
  };

  it('names what ships, whatever it is for npm, and Electron, and nothing of the run that made it', () => {
    const bom = shippedBom(all, shipped);
    expect(bom.components.map(({ name, scope }) => `${name} ${scope}`)).toEqual([
      'lunr required',
      'svelte required',
      'electron required',
    ]);
    expect(bom.dependencies).toEqual([
      { ref: 'some-folder@0.1.0', dependsOn: ['lunr@2.3.9', 'electron@45.0.0'] },
      { ref: 'lunr@2.3.9', dependsOn: [] },
      { ref: 'svelte@5.0.0', dependsOn: [] },
    ]);
    expect(bom.metadata).toMatchObject({
      timestamp: '1970-01-02T00:00:00.000Z',
      component: { name: 'microfiche' },
    });
    expect(bom).not.toHaveProperty('serialNumber');
  });

  it('fails for something that ships and that npm does not know', () => {
    const notices = [...shipped.notices, notice('copied', '1.0.0')];
    expect(() => shippedBom(all, { ...shipped, notices })).toThrow('copied@1.0.0');
  });
});

describe('two builds', () => {
  it('are compared file by file, and what one adds to Electron is added up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'microfiche-builds-'));
    const build = (name: string, files: Readonly<Record<string, string>>) => {
      const root = join(folder, name);
      mkdirSync(join(root, 'resources/notes'), { recursive: true });
      for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
      symlinkSync('microfiche', join(root, 'link'));
      return appFiles(root);
    };
    const same = { microfiche: 'elf', 'resources/app.asar': '12345', 'resources/notes/a.txt': '12' };
    const one = build('one', same);
    expect(differences(one, build('other', same))).toEqual([]);
    expect(
      differences(one, build('third', { microfiche: 'elf', 'resources/app.asar': '54321', late: '' })),
    ).toEqual([
      'resources/app.asar differs',
      'resources/notes/a.txt is in the first alone',
      'late is in the second alone',
    ]);
    const electron = [{ path: 'link', bytes: 10, sha256: '' }];
    expect(addedSizes(one, electron)).toEqual([
      ['resources/app.asar', 5],
      ['resources/notes', 2],
    ]);
    rmSync(folder, { recursive: true });
  });
});
