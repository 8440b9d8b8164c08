import { css } from '../css.ts';

/** Importance is square and on a wash, satisfaction is round and on the ground. */
export const batteryStyles = css`
  .shape {
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    border: 1.5px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    font-size: calc(var(--_size) * 0.875);
    font-weight: 700;
    line-height: 1;
    color: transparent;
    font-variant-numeric: tabular-nums;
    transition: all 120ms var(--_ease);
  }
  .cell {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 48px;
    cursor: pointer;
  }
  .cell:hover .shape,
  .cell input:focus-visible + .shape {
    width: 30px;
    height: 30px;
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 500;
  }
  .cell:hover .shape {
    background: var(--_hover);
  }
  .cell input:focus-visible + .shape {
    box-shadow: 0 0 0 2px var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .cell input:checked + .shape {
    width: 30px;
    height: 30px;
    border-radius: 8px;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .off .shape {
    border-style: dashed;
    background: none;
  }

  .battery {
    width: 100%;
    margin-top: calc(var(--_space) * 5);
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0;
    text-align: start;
    font-weight: 400;
    vertical-align: middle;
  }
  .group {
    width: 236px;
  }
  .gap {
    width: 12px;
  }
  col.na {
    width: 72px;
  }
  thead > tr > * {
    position: sticky;
    top: 0;
    z-index: 3;
    background: var(--_surface);
    vertical-align: bottom;
  }
  .band {
    padding: 14px 8px 6px;
  }
  .name {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    font-size: calc(var(--_size) * 0.9375);
    font-weight: 600;
    line-height: calc(var(--_size) * 1.25);
  }
  .key {
    flex: none;
    width: 11px;
    height: 11px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .round .key {
    border-radius: 50%;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    margin: 10px 6px 0;
    font-size: calc(var(--_size) * 0.75);
    line-height: calc(var(--_size) * 1);
    color: var(--_muted);
  }
  .row,
  .nums {
    display: grid;
    grid-template-columns: repeat(5, 44px);
  }
  .nums {
    margin-top: 2px;
    font-size: var(--_small);
    line-height: calc(var(--_size) * 1.25);
    text-align: center;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  td .row {
    position: relative;
    padding: 2px 8px;
  }
  tbody tr > * {
    border-top: 1px solid var(--_hair);
  }
  tbody .void {
    border-top-color: transparent;
  }
  tbody th {
    padding-block: 6px;
    padding-inline-end: 12px;
    line-height: 1.4;
    text-wrap: balance;
  }
  .battery .square {
    background: var(--_wash);
  }
  thead .square {
    border-radius: var(--_inner) var(--_inner) 0 0;
  }
  tbody tr:last-child > .square {
    border-radius: 0 0 var(--_inner) var(--_inner);
  }
  .na-head {
    padding: 0 0 8px;
    font-size: calc(var(--_size) * 0.75);
    line-height: calc(var(--_size) * 1);
    color: var(--_muted);
    text-align: center;
  }
  td.na {
    text-align: center;
  }
  .off th {
    color: var(--_muted);
  }
  .tick {
    position: relative;
    display: inline-grid;
    place-items: center;
    width: 44px;
    height: 44px;
    vertical-align: middle;
    cursor: pointer;
  }
  .tick svg {
    width: 14px;
    height: 14px;
  }

  .progress {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-inline-end: 44px;
    font-size: var(--_small);
    line-height: calc(var(--_size) * 1.5);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .progress ol {
    display: flex;
    gap: 4px;
    min-width: 0;
    padding: 0;
    list-style: none;
  }
  .progress li {
    flex: 0 1 14px;
    width: 14px;
    min-width: 2px;
    height: 4px;
    border-radius: 2px;
    background: var(--_hair);
  }
  .progress .done,
  .progress .now {
    background: var(--_accent);
  }
  .progress .now {
    flex-basis: 32px;
  }
  .attribute {
    margin-top: 14px;
    padding: 0;
    font-size: calc(var(--_size) * 1.375);
    line-height: 1.35;
  }
  tbody .attribute {
    margin: 0;
  }
  .single {
    margin-top: 16px;
  }
  .single .name {
    justify-content: start;
    line-height: calc(var(--_size) * 1.375);
  }
  .single.square {
    margin-inline: -8px;
    padding: 12px 8px;
    border-radius: var(--_inner);
    background: var(--_wash);
  }
  .single .row {
    display: flex;
    justify-content: space-between;
    margin: 8px -3px 0;
  }
  .single .cell {
    width: 54px;
    height: 56px;
  }
  .single .shape,
  .single .cell:hover .shape,
  .single .cell input:focus-visible + .shape {
    width: 48px;
    height: 48px;
    border-radius: 11px;
    font-size: var(--_size);
    font-weight: 500;
    color: var(--_text);
  }
  .single .cell input:checked + .shape {
    width: 54px;
    height: 54px;
    border-radius: 13px;
    font-weight: 700;
    color: var(--_on-accent);
  }
  .single .anchors {
    margin-top: 5px;
  }
  .round .cell .shape.shape.shape {
    border-radius: 50%;
  }

  @media (forced-colors: active) {
    .cell input:checked + .shape {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
    .key,
    .progress .done,
    .progress .now {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .progress li,
    .square {
      border: 1px solid CanvasText;
    }
  }
`;
