import { css } from './css.ts';

/** Words below the numbers, the text field, and the endings. */
export const laterStyles = css`
  @media (max-width: 599px) {
    .foot .back {
      margin-inline-start: calc(var(--_space) * -4);
    }
    .foot.over {
      margin-inline: calc(var(--_space) * -4);
      padding-inline: calc(var(--_space) * 4);
    }
    .ff.ff.ff[popover] {
      inset-block-end: var(--_keyboard, 0);
    }
    .ff[popover] .card {
      max-height: calc(100dvh - 24px - var(--_keyboard, 0px));
    }
    .ff[popover]:not(:popover-open) {
      transform: translateY(100%);
      transition:
        transform 200ms var(--_ease),
        overlay 200ms allow-discrete,
        display 200ms allow-discrete;
      opacity: 1;
    }
  }
  @media (min-width: 600px) {
    .ff.mid[popover] {
      width: 640px;
    }
    .ff.wide[popover] {
      width: 840px;
    }
  }
  .wide {
    max-width: 840px;
  }
  .hint {
    margin-top: var(--_space);
    font-size: calc(var(--_size) * 0.875);
    color: var(--_muted);
    text-wrap: pretty;
  }
  .question + .hint {
    padding-inline-end: calc(var(--_space) * 11);
  }
  :is(.roomy, .wide, .mid) .foot {
    margin-top: calc(var(--_space) * 5);
  }
  [aria-pressed='true'] {
    background: var(--_hover);
    color: var(--_text);
  }
  .back {
    display: grid;
    place-items: center;
    margin-inline-start: -18px;
    border-radius: 50%;
  }
  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @keyframes fade-a {
    from {
      opacity: 0;
    }
  }
  @keyframes fade-b {
    from {
      opacity: 0;
    }
  }
  [popover] .body {
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .body {
    animation: fade-a 160ms var(--_ease);
  }
  .odd {
    animation-name: fade-b;
  }
  :is(.hint, .word, .consent):lang(zh) {
    word-break: keep-all;
  }
  .over {
    margin-inline: calc(var(--_space) * -6);
    padding-inline: calc(var(--_space) * 6);
    box-shadow:
      0 -1px var(--_hair),
      0 -10px 10px -8px rgb(16 22 38 / 0.08);
  }
  .anchors {
    hyphens: auto;
  }
  .step {
    margin-inline-end: auto;
    font-size: var(--_small);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .told {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .half5 {
    --_half: 5;
  }
  .half4 {
    --_half: 4;
  }

  .words {
    grid-template-rows: auto auto;
    grid-auto-columns: minmax(min-content, 1fr);
  }
  .words .point,
  .words .face {
    grid-row: span 2;
    grid-template-rows: subgrid;
  }
  .words .face {
    row-gap: 4px;
    padding: 12px 4px;
    font-weight: 500;
  }
  .word {
    align-self: start;
    font-size: var(--_small);
    font-weight: 400;
    line-height: calc(var(--_size) * 1.125);
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
    hyphens: none;
  }
  .words input:checked + .face {
    padding-block: 17px;
  }
  input:checked + .face .word {
    color: inherit;
    font-weight: 500;
  }
  .words .face svg {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
    margin: 0;
  }

  .list {
    grid-auto-flow: row;
  }
  .list .point {
    min-height: 52px;
  }
  .list .point + .point::before {
    inset-block: -0.5px auto;
    inset-inline: 16px;
    width: auto;
    height: 1px;
  }
  .list .face {
    grid-template-columns: auto 1fr 20px;
    justify-items: start;
    align-items: center;
    column-gap: 16px;
    padding: 12px 16px;
    font-weight: 500;
  }
  .list .word {
    align-self: center;
    font-size: var(--_size);
    line-height: calc(var(--_size) * 1.5);
    color: inherit;
    text-align: start;
  }
  .list input:checked + .face {
    margin: -1px -5px;
    padding-inline: 21px;
  }
  .list .face svg {
    justify-self: end;
    margin: 0;
  }

  textarea,
  input[type='text'] {
    display: block;
    width: 100%;
    min-height: 48px;
    margin-top: calc(var(--_space) * 5);
    padding: 11px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_inner);
    background: var(--_surface);
    font-size: max(16px, var(--_size));
    line-height: calc(var(--_size) * 1.5);
    resize: none;
  }
  .check {
    appearance: none;
    flex: none;
    width: 20px;
    height: 20px;
    border: 1.5px solid var(--_line);
    border-radius: 5px;
    background: var(--_surface);
    cursor: pointer;
  }
  .check:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  :is(textarea, [type='text'], .check):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .check + svg {
    position: absolute;
    color: var(--_on-accent);
    stroke-width: 2.25;
    pointer-events: none;
  }
  .below {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    margin-top: 8px;
    font-size: var(--_small);
    line-height: calc(var(--_size) * 1.125);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .end {
    display: grid;
    grid-template-columns: 28px 1fr;
    column-gap: 14px;
    align-items: start;
    padding: 0 0 2px;
    padding-inline-end: 40px;
  }
  .end svg {
    margin-top: -1px;
  }
  .end .question {
    padding: 0;
  }
  .end .hint {
    grid-column: 2;
    min-height: 1.5em;
    padding: 0;
    text-wrap: balance;
  }
  .end .next {
    grid-column: 2;
    justify-self: start;
    margin: 14px 0 3px;
  }

  @media (forced-colors: active) {
    .check {
      appearance: auto;
    }
    .check + svg {
      display: none;
    }
  }
`;
