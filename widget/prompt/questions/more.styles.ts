import { css } from '../css.ts';

/** Options, contact fields, stars and faces. */
export const moreStyles = css`
  .shape {
    margin: 0;
    stroke-width: 1.5;
  }
  .shape ~ svg {
    display: none;
  }
  .full {
    fill: currentColor;
  }
  .stars {
    border-color: transparent;
    color: var(--_accent);
  }
  .stars .face {
    border-color: transparent;
  }
  .stars .point::before {
    content: none;
  }
  .stars input:checked + .face {
    margin: 0;
    background: none;
    color: inherit;
  }
  .stars input:checked + .face .full {
    stroke-width: 3;
  }

  .option .face {
    grid-template-columns: 1fr 20px;
  }
  .box {
    display: grid;
    place-items: center;
    width: 20px;
    height: 20px;
    border: 1.5px solid var(--_line);
    border-radius: 50%;
  }
  .many .box {
    border-radius: 5px;
  }
  input:checked + .face .box {
    border-color: transparent;
  }
  input.own {
    margin-top: calc(var(--_space) * 3);
  }

  .field {
    display: block;
    margin-top: calc(var(--_space) * 4);
  }
  .field:first-child {
    margin-top: calc(var(--_space) * 5);
  }
  .label {
    display: block;
    margin-bottom: 6px;
    font-size: calc(var(--_size) * 0.875);
    font-weight: 500;
    line-height: calc(var(--_size) * 1.25);
  }
  .field input[type='text'] {
    margin: 0;
  }
  small {
    font-size: inherit;
    font-weight: 400;
    color: var(--_muted);
  }
  .consent {
    position: relative;
    display: flex;
    gap: 12px;
    margin-top: calc(var(--_space) * 3);
    padding-block: 12px;
    font-size: calc(var(--_size) * 0.875);
    line-height: calc(var(--_size) * 1.25);
    text-wrap: balance;
    cursor: pointer;
  }
  .consent svg {
    inset-block-start: 16px;
    inset-inline-start: 4px;
  }
  .consent:lang(zh) {
    line-height: calc(var(--_size) * 1.375);
  }
  .missing {
    font-size: calc(var(--_size) * 0.875);
    font-weight: 500;
    line-height: calc(var(--_size) * 1.25);
  }
  .missing:empty {
    display: none;
  }

  @media (forced-colors: active) {
    .stars input:checked + .face {
      background: Highlight;
    }
  }
`;
