import { html, nothing, type TemplateResult } from 'lit';
import type { CommentsFound, CommentsWanted } from '../engine/find-comments.ts';
import { THEME_PREFIX } from '../engine/labels.ts';
import { comments as words } from '../strings/panels/comments.ts';
import { groupNames } from './comment-words.ts';
import type { PanelContext } from './panel-context.ts';

/** What a reader chooses of the comments. */
export type CommentChoice = Omit<CommentsWanted, 'filter' | 'survey' | 'surveyVersion'>;

/** Search by words, group of score, segment, attribute and theme; what there is none of is not offered. */
export function commentFinder(
  found: CommentsFound,
  chosenNow: CommentChoice,
  { strings, nameOf }: PanelContext,
  choose: (choice: CommentChoice) => void,
): TemplateResult {
  const text = words[strings.locale];
  const { query, group, segment, poor, theme } = chosenNow;
  const names = groupNames(found, strings);
  const set = (change: Partial<Record<keyof CommentChoice, unknown>>): void => {
    const next = Object.entries({ ...chosenNow, ...change }).filter(([, value]) => value !== undefined);
    choose({ query: '', ...Object.fromEntries(next) });
  };
  const groups = (['low', 'middle', 'high'] as const).map((value) => ({ value, name: names[value] }));
  const values = found.fields.flatMap(({ field, values: of }, at) =>
    of.map((value, k) => ({
      value: `${at} ${k}`,
      name: `${nameOf(`context.${field}`)}: ${value}`,
      segment: { field, value },
    })),
  );
  const chosen = values.find(
    ({ segment: one }) => one.field === segment?.field && one.value === segment.value,
  );
  return html`<div class="finder" role="search" aria-label=${text.search}>
    <input
      type="search"
      name="comment-query"
      aria-label=${text.search}
      placeholder=${text.search}
      .value=${query}
      @input=${({ currentTarget }: Event) =>
        set({ query: currentTarget instanceof HTMLInputElement ? currentTarget.value : '' })}
    />
    ${
      found.scale
        ? choice('comment-group', text.by, text.anyone, groups, group, (value) => set({ group: value }))
        : nothing
    }
    ${
      values.length > 0
        ? choice('comment-segment', text.segment, text.anyone, values, chosen?.value, (value) =>
            set({ segment: values.find((one) => one.value === value)?.segment }),
          )
        : nothing
    }
    ${
      found.poor.length > 0
        ? choice(
            'comment-poor',
            text.poor,
            text.anyone,
            found.poor.map((attribute) => ({ value: attribute, name: nameOf(attribute) })),
            poor,
            (value) => set({ poor: value }),
          )
        : nothing
    }
    ${
      found.themes.length > 0
        ? choice(
            'comment-theme',
            text.theme,
            text.anyTheme,
            found.themes.map(({ name }) => ({ value: name, name: nameOf(THEME_PREFIX + name) })),
            theme,
            (value) => set({ theme: value }),
          )
        : nothing
    }
  </div>`;
}

/** A list to choose from, nothing first. */
function choice<V extends string>(
  name: string,
  caption: string,
  any: string,
  options: readonly { readonly value: V; readonly name: string }[],
  chosen: V | undefined,
  set: (value: V | undefined) => void,
): TemplateResult {
  return html`<label
    >${caption}
    <select
      name=${name}
      @change=${({ currentTarget }: Event) =>
        set(
          currentTarget instanceof HTMLSelectElement
            ? options.find(({ value }) => value === currentTarget.value)?.value
            : undefined,
        )}
    >
      <option value="" ?selected=${chosen === undefined}>${any}</option>
      ${options.map(
        ({ value, name: label }) =>
          html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
      )}
    </select></label
  >`;
}
