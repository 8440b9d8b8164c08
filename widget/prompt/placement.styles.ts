import { css } from './css.ts';

/** The other corners and edges, the room of an inline prompt, and the prompt that covers the page. */
export const placementStyles = css`
  @media (min-width: 600px) {
    .ff:is(.top, .top-left, .top-right)[popover] {
      inset-block: 24px auto;
    }
    .ff:is(.top, .top-left, .top-right)[popover]:popover-open {
      animation-name: drop;
    }
    .ff:is(.top-left, .bottom-left)[popover] {
      inset-inline: 24px auto;
    }
    .ff:is(.top, .bottom)[popover] {
      inset-inline: 24px;
      margin-inline: auto;
    }
  }
  @keyframes drop {
    from {
      opacity: 0;
      transform: translateY(-12px);
    }
  }

  .inline .foot {
    margin-top: auto;
    padding-top: 14px;
  }
  .inline .card:has(.end) {
    justify-content: center;
  }

  .ff.ff.ff:is(.full-page, .kiosk) {
    --_column: 640px;
    box-sizing: border-box;
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    padding: 24px max(24px, (100% - var(--_column)) / 2);
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: color-mix(in srgb, #000 6%, var(--_surface));
    background: light-dark(
      color-mix(in srgb, #000 6%, var(--_surface)),
      color-mix(in srgb, #000 40%, var(--_surface))
    );
  }
  .ff.ff.ff:is(.full-page, .kiosk).wide {
    --_column: 840px;
  }
  .ff.ff.ff:is(.full-page, .kiosk):popover-open {
    display: grid;
    grid-template: 0 auto / minmax(0, 1fr);
    align-content: safe center;
    animation-name: appear;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .full-page .question {
    font-size: calc(var(--_size) * 1.375);
    line-height: 1.35;
  }
  @media (min-width: 600px) {
    .full-page .card.card {
      padding: calc(var(--_space) * 10) calc(var(--_space) * 10) calc(var(--_space) * 7);
    }
    .full-page .close {
      inset-block-start: 18px;
      inset-inline-end: 18px;
    }
  }

  .ff.ff.ff.kiosk {
    background: var(--_surface);
  }
  .kiosk .card.card {
    max-height: calc(100dvh - var(--_keyboard, 0px));
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  .kiosk .close {
    display: none;
  }
  .kiosk .question {
    padding-inline-end: 0;
    font-size: calc(var(--_size) * 1.625);
    line-height: 1.3;
  }
  .kiosk .end {
    grid-template-columns: 1fr;
    justify-items: center;
    row-gap: calc(var(--_space) * 3);
    padding: 0;
    text-align: center;
  }
  .kiosk .end > * {
    grid-column: 1;
  }
  .kiosk .end svg {
    width: calc(var(--_size) * 4);
    height: calc(var(--_size) * 4);
    stroke-width: 1;
  }
  .kiosk .end .hint {
    font-size: var(--_size);
  }
  .kiosk .end .next {
    justify-self: center;
  }
  @media (min-width: 600px) {
    .ff.ff.ff.kiosk {
      --_size: var(--fourfold-size, clamp(18px, 1.6vw, 32px));
      --_space: var(--fourfold-space, calc(var(--_size) / 4));
      --_column: calc(var(--_size) * 44);
    }
    .ff.ff.ff.kiosk.wide {
      --_size: var(--fourfold-size, 16px);
      --_column: 840px;
    }
    .kiosk .point {
      min-height: calc(var(--_size) * 3.75);
    }
    .kiosk .words .face {
      padding-block: var(--_size);
    }
    .kiosk .words input:checked + .face {
      padding-block: calc(var(--_size) + 5px);
    }
    .kiosk button {
      min-height: calc(var(--_size) * 3);
    }
    .kiosk .next {
      padding-inline: calc(var(--_size) * 1.5);
    }
    .kiosk .anchors {
      font-size: calc(var(--_size) * 0.875);
      line-height: 1.4;
    }
  }
  @media (min-width: 1600px) {
    .ff.ff.ff.kiosk.wide {
      --_column: 1344px;
    }
    .kiosk.wide .card {
      zoom: 1.6;
    }
  }
  @media (max-width: 599px) {
    .ff.ff.ff:is(.full-page, .kiosk) {
      padding: 0;
      background: var(--_surface);
    }
    .ff.ff.ff:is(.full-page, .kiosk):popover-open {
      grid-template-rows: 0 1fr;
      align-content: stretch;
    }
    .full-page .card.card {
      max-height: calc(100dvh - var(--_keyboard, 0px));
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    :is(.full-page, .kiosk) .card:not(:has(.end)) .foot {
      margin-top: auto;
      padding-top: 14px;
    }
    :is(.full-page, .kiosk) .card:has(.end) {
      justify-content: center;
    }
  }
`;
