import type { When } from '../../shared/questionnaire/questionnaire.ts';
import type { FourfoldEventMap } from '../events.ts';
import type { SurveySettings } from '../survey-settings.ts';

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

/** A value as an attribute can hold it: lists are written with spaces, objects as JSON. */
type Written<Value> = Value extends boolean
  ? Value | `${Value}` | ''
  : Value extends number
    ? Value | `${Value}`
    : Value extends string
      ? Value
      : string;

/** Fields whose every value is known. */
interface Words {
  readonly receipt?: 'status' | undefined;
  readonly page?: 'off' | undefined;
  readonly colorScheme?: 'light' | 'dark' | 'system' | undefined;
}

type Fields = Omit<SurveySettings, 'survey' | 'when' | keyof Words> & Words & When;

/** What `<fourfold-survey>` takes in markup: the settings of one survey, and every field of `when`, in camel case. */
export type FourfoldFields = {
  readonly [Name in keyof Fields]?: Written<NonNullable<Fields[Name]>> | undefined;
} & {
  /** A built-in name, the address of JSON, or `#id` of inline JSON. */
  readonly survey: string;
};

/** The same as attributes, in kebab case, and what is known of the visit by `context-…`. */
export type FourfoldAttributes = {
  readonly [Name in keyof FourfoldFields as Kebab<Name>]: FourfoldFields[Name];
} & Readonly<Record<`context-${string}`, string | number | boolean | undefined>>;

/** Listeners by `on` and the whole name of the event, as React and Svelte take them in markup. */
export type FourfoldListeners = {
  readonly [Name in keyof FourfoldEventMap as `on${Name}`]?:
    ((event: FourfoldEventMap[Name]) => void) | undefined;
};
