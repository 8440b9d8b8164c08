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
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    padding: 24px max(24px, (100% - var(--_column)) / 2);
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--_wash);
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
  .kiosk .close {
    display: none;
  }
  .kiosk .question {
    padding-inline-end: 0;
  }
  @media (min-width: 600px) {
    :is(.full-page, .kiosk) .card.card {
      padding: calc(var(--_space) * 9) calc(var(--_space) * 10) calc(var(--_space) * 7);
    }
  }
  @media (min-width: 900px) {
    .ff.ff.ff.kiosk {
      --_size: var(--fourfold-size, clamp(18px, 1vw + 8px, 26px));
      --_column: calc(var(--_size) * 44);
    }
  }
  @media (max-width: 599px) {
    .ff.ff.ff:is(.full-page, .kiosk) {
      padding: 0;
      background: var(--_surface);
    }
    .ff.ff.ff:is(.full-page, .kiosk):popover-open {
      grid-template-rows: 0 1fr;
    }
    :is(.full-page, .kiosk) .card.card {
      max-height: calc(100dvh - var(--_keyboard, 0px));
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
  }
`;
