import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../shared/questionnaire/parse-questionnaire.ts';
import { KINDS } from '../shared/questionnaire/questionnaire.ts';
import { NAMES } from '../widget/aside/doubt.ts';
import { tagSettings } from '../widget/tag-settings.ts';
import { attributes } from './support/docs/attributes-table.ts';
import { freshReadme, GENERATED, generatedNames, README } from './support/docs/fresh-readme.ts';
import { kindsTable } from './support/docs/kinds-table.ts';
import { promptLanguages } from './support/docs/languages.ts';
import { partsWritten } from './support/docs/parts-table.ts';
import { propertiesRead } from './support/docs/properties-table.ts';
import { ROOT } from './support/docs/root.ts';
import { described } from './support/docs/surface.ts';

const readme = readFileSync(README, 'utf8');

describe('README.md', () => {
  it('is as the code is; `npm run docs` writes it anew', async () => {
    expect(await freshReadme(readme)).toBe(readme);
  });

  it('has every generated table once', () => {
    expect(generatedNames(readme).sort()).toEqual(Object.keys(GENERATED).sort());
  });

  it('has at most 200 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('shows questionnaires that can be asked', () => {
    const found = Array.from(readme.matchAll(/```json\n(.*?)```/gs), ([, text]): unknown => JSON.parse(text));
    const questionnaires = found.filter((json) => Object.hasOwn(json as object, 'questions'));
    expect(questionnaires.length).toBeGreaterThan(0);
    for (const json of questionnaires) expect(parseQuestionnaire(json)).toEqual({ ok: true, value: json });
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = Array.from(readme.matchAll(/npm (?:run )?([\w:-]+)/g), ([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const paths = Array.from(
      readme.matchAll(/`((?:test|demo|shared|widget|report)\/[\w./-]*)`/g),
      ([, path]) => path,
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(() => readFileSync(join(ROOT, path)), path).not.toThrow(/ENOENT/);
  });
});

describe('kindsTable()', () => {
  it('tells of every kind', () => {
    const kinds = Array.from(kindsTable().matchAll(/^\| `(\w+)`/gm), ([, kind]) => kind);
    expect(kinds.sort()).toEqual([...KINDS].sort());
  });
});

describe('attributes()', () => {
  it('are those that a tag is read by', () => {
    const given = attributes().map(([name]) => ({
      name: `data-${name}`,
      value: name === 'context' ? '{}' : name,
    }));
    const tag = { localName: 'script', attributes: given } as unknown as Element; // all that is read of it
    const [{ when, context }] = tagSettings(tag);
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(Object.keys(when).map(kebab)).toEqual(attributes().map(([name]) => name));
    expect(context).toEqual({});
  });

  it('are those that no tag is warned of', () => {
    expect(
      [...NAMES].map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).sort(),
    ).toEqual(
      attributes()
        .map(([name]) => name)
        .sort(),
    );
  });
});

describe('promptLanguages()', () => {
  it('are those that the prompt can load', () => {
    const loader = readFileSync(join(ROOT, 'widget/prompt/strings/load-strings.ts'), 'utf8');
    const loaded = Array.from(loader.matchAll(/import\('\.\/([\w-]+)\.ts'\)/g), ([, tag]) => tag);
    // Hebrew is loaded by its old tag as well.
    expect(promptLanguages().sort()).toEqual([...new Set(loaded)].sort());
  });
});

describe("the docstring of the element's class", () => {
  it('describes the parts that the templates write, and no others', () => {
    const parts = described('csspart').map(({ name }) => name);
    expect(parts.sort()).toEqual(partsWritten());
  });

  it('describes the properties that the styles read, and no others', () => {
    const properties = described('cssprop').map(({ name }) => name);
    expect(properties.sort()).toEqual([...propertiesRead().keys()].sort());
  });

  it('says the default that the styles have by day', () => {
    const said = described('cssprop').filter(({ fallback }) => fallback !== undefined);
    const inStyles = said.map(({ name }) => propertiesRead().get(name)?.light);
    expect(said.map(({ fallback }) => fallback)).toEqual(inStyles);
  });

  it('leaves no default unsaid that fits into a table', () => {
    const unsaid = described('cssprop').filter(({ fallback }) => fallback === undefined);
    for (const { name } of unsaid) expect(propertiesRead().get(name)?.light.length, name).toBeGreaterThan(20);
  });
});
