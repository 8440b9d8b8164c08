import * as v from 'valibot';
import type { Issue } from '../../shared/parsed.ts';
import { schemaIssues } from '../../shared/schema-issues.ts';
import { whenSchema } from '../../shared/questionnaire/when-schema.ts';
import type { Campaign } from '../campaign.ts';
import { badSelectors, NAMES, unknownNames } from './doubt.ts';
import { nearest } from './nearest.ts';

const LISTS: readonly string[] = ['url', 'notUrl', 'device', 'language'];
/** Of a tag, and not of `when`. */
const SETTINGS: readonly string[] = NAMES.slice(0, NAMES.indexOf('sample'));

/**
 * Says on the console, once, why a survey cannot be shown, with what to repair.
 *
 * @param error that kept it from being read or decided on
 */
export function tellFault(campaign: Campaign, error: unknown): void {
  const { survey } = campaign.settings;
  const found = campaign.raw === undefined && !/^[\w-]+$/.test(survey) ? [] : issuesOf(campaign);
  console.error(
    found.length > 0
      ? `fourfold: survey "${survey}" is not shown:${lines(found)}`
      : `fourfold: survey "${survey}" cannot be read; correct its address or JSON. ${reasonOf(survey, error)}`,
  );
}

/** Says on the console, once, what in a tag is overlooked, with what to repair. */
export function tellDoubts(campaign: Campaign): void {
  const found = issuesOf(campaign);
  if (found.length > 0)
    console.warn(
      `fourfold: survey "${campaign.settings.survey}" goes on without what is wrong in its tag:${lines(found)}`,
    );
}

/** Everything that is wrong with a survey's tag and its rules; paths are attributes, or begin with `when`. */
export function issuesOf(campaign: Campaign): Issue[] {
  const { settings, when, tag } = campaign;
  const attribute = (name: string) =>
    (tag.localName === 'script' ? 'data-' : '') +
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const isOfTag = (name: string) => Object.hasOwn(settings.when, name);
  const unknown = unknownNames(campaign);
  const rules = Object.entries(when)
    .filter(([name]) => !isOfTag(name) || (NAMES.includes(name) && !SETTINGS.includes(name)))
    .map(
      ([name, value]) =>
        [
          name,
          LISTS.includes(name) && typeof value === 'string' ? value.trim().split(/\s+/) : value,
        ] as const,
    );
  const parsed = v.safeParse(whenSchema, Object.fromEntries(rules));
  const issues = parsed.success ? [] : schemaIssues(parsed.issues);
  const placed = issues.map((issue) => {
    const [name] = /^\w+/.exec(issue.path) ?? [''];
    return { ...issue, path: isOfTag(name) ? attribute(name) : `when.${issue.path}` };
  });
  return [
    ...placed,
    ...badSelectors(campaign).map((name) => ({
      path: isOfTag(name) ? attribute(name) : `when.${name}`,
      code: 'selector',
      message: `"${String(when[name])}" is no selector; correct it`,
    })),
    ...unknown.map((name) => {
      const near = nearest(name, NAMES);
      const message = near
        ? `unknown; write ${attribute(near)}, or remove it`
        : 'unknown; correct or remove it';
      return { path: attribute(name), code: 'unknown', message };
    }),
    ...(settings.endpoint === undefined
      ? [
          {
            path: attribute('endpoint'),
            code: 'missing',
            message:
              'missing, so answers are neither kept nor sent; add it, or leave it empty where events are enough',
          },
        ]
      : []),
  ];
}

function lines(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
}

function reasonOf(survey: string, error: unknown): string {
  if (survey.startsWith('#') && error instanceof TypeError) return 'No element has this id';
  return String(error);
}
