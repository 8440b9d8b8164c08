import { css } from './css.ts';

/**
 * Card, scales, fields and endings. The public `--fourfold-*` properties are only read; private `--_*` names hold the
 * defaults. Everything hangs on `.ff` inside the shadow root, so a page that resets the host element harms nothing.
 */
export const styles = css`
  :host {
    display: block !important;
  }
  .ff {
    --_accent: var(--fourfold-accent, light-dark(#23335c, #dde5f6));
    --_on-accent: var(--fourfold-on-accent, light-dark(#fff, #161a24));
    --_surface: var(--fourfold-surface, light-dark(#fff, #1b1e25));
    --_text: var(--fourfold-text, light-dark(#1a1e27, #eceef2));
    --_muted: var(--fourfold-muted, light-dark(#5b6372, #a9afbc));
    --_line: var(--fourfold-line, light-dark(#868d9a, #7b8291));
    --_focus: var(--fourfold-focus, light-dark(#2463eb, #8ab4ff));
    --_radius: var(--fourfold-radius, 16px);
    --_space: var(--fourfold-space, 4px);
    --_size: var(--fourfold-size, 16px);
    --_wash: color-mix(in srgb, var(--_text) 4.5%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    --_hair: color-mix(in srgb, var(--_line) 32%, var(--_surface));
    --_inner: calc(var(--_radius) * 0.625);
    --_small: calc(var(--_size) * 0.8125);
    --_ease: cubic-bezier(0.2, 0, 0, 1);
    all: initial;
    display: revert;
    color-scheme: inherit;
    container-type: inline-size;
    max-width: 640px;
    font: 400 var(--_size) / 1.5 var(--fourfold-font, var(--_cjk, 'Segoe UI'), system-ui, sans-serif);
    color: var(--_text);
    overflow-wrap: anywhere;
    font-synthesis: weight;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  @supports not (color: light-dark(#000, #fff)) {
    .ff {
      --_accent: var(--fourfold-accent, #23335c);
      --_on-accent: var(--fourfold-on-accent, #fff);
      --_surface: var(--fourfold-surface, #fff);
      --_text: var(--fourfold-text, #1a1e27);
      --_muted: var(--fourfold-muted, #5b6372);
      --_line: var(--fourfold-line, #868d9a);
      --_focus: var(--fourfold-focus, #2463eb);
    }
  }
  .ff:lang(zh) {
    --_han: 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei';
    --_cjk: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, var(--_han);
    line-height: 1.6;
    line-break: strict;
    text-autospace: normal;
  }
  .ff:lang(zh-TW) {
    --_han: 'PingFang TC', 'Noto Sans CJK TC', 'Microsoft JhengHei';
  }
  .dark {
    color-scheme: dark;
  }
  .light {
    color-scheme: light;
  }
  .system {
    color-scheme: light dark;
  }
  :where(.ff, .ff *, .ff *::before) {
    box-sizing: border-box;
    margin: 0;
  }
  :where(fieldset) {
    border: 0;
    padding: 0;
    min-width: 0;
  }
  :where(button, input, textarea) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :where(svg) {
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    padding: 22px calc(var(--_space) * 6) 18px;
    background: var(--_surface);
    border: 1px solid var(--_hair);
    border-radius: var(--_radius);
  }
  .body {
    min-height: 0;
    margin: -6px -8px;
    padding: 6px 8px;
  }
  .ff[popover] {
    position: fixed;
    inset-block: auto 24px;
    inset-inline: auto 24px;
    width: 464px;
    max-width: calc(100vw - 48px);
    opacity: 0;
    transition:
      opacity 160ms var(--_ease),
      overlay 160ms allow-discrete,
      display 160ms allow-discrete;
  }
  .ff[popover]:popover-open {
    opacity: 1;
    animation: rise 240ms var(--_ease);
  }
  [popover] .card {
    max-height: calc(100dvh - 48px);
    box-shadow: var(--fourfold-shadow, 0 1px 2px rgb(16 22 38 / 0.07), 0 16px 40px -8px rgb(16 22 38 / 0.2));
  }
  @media (max-height: 599px) {
    [popover] .body {
      overflow: hidden auto;
      overscroll-behavior: contain;
    }
  }

  .question {
    padding-inline-end: calc(var(--_space) * 11);
    font-size: calc(var(--_size) * 1.125);
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
    outline: 0;
  }
  .question:lang(zh) {
    line-height: 1.5;
    word-break: keep-all;
  }

  .scale {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    margin-top: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_inner);
  }
  .point {
    position: relative;
    display: grid;
    min-height: 48px;
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  .long :is(.point, .face) {
    display: flex;
    flex-flow: column;
    justify-content: center;
  }
  .long .face {
    flex: 1;
    align-items: center;
  }
  .point + .point::before {
    content: '';
    position: absolute;
    inset-block: 12px;
    inset-inline-start: -0.5px;
    width: 1px;
    background: var(--_hair);
  }
  .point input,
  .cell input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .face {
    position: relative;
    display: grid;
    place-items: center;
    align-content: center;
    border-radius: calc(var(--_inner) - 2px);
    line-height: 1.2;
    pointer-events: none;
    transition:
      background-color 120ms var(--_ease),
      margin 120ms var(--_ease);
  }
  .point:hover .face {
    background: var(--_hover);
    box-shadow: inset 0 0 0 2px var(--_surface);
    border-radius: calc(var(--_inner) - 1px);
  }
  .point input:focus-visible + .face {
    z-index: 2;
    background: var(--_surface);
    border-radius: calc(var(--_inner) - 2px);
    box-shadow: 0 0 0 2px var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .point input:checked + .face {
    z-index: 1;
    margin: -5px -1px;
    background: var(--_accent);
    border-radius: var(--_inner);
    color: var(--_on-accent);
    font-weight: 700;
    box-shadow: none;
  }
  .face svg {
    margin-top: 3px;
    stroke-width: 2.25;
  }
  .point:has(input:checked)::before,
  .point:has(input:checked) + .point::before {
    opacity: 0;
  }
  .anchors {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 6);
    margin-top: 10px;
    font-size: var(--_small);
    line-height: calc(var(--_size) * 1.125);
    color: var(--_muted);
  }
  .anchors > :last-child {
    text-align: end;
  }

  button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .foot {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: end;
    gap: var(--_space);
    min-height: 44px;
    margin-top: 14px;
  }
  button {
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_inner);
    background: none;
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.9375);
    font-weight: 500;
    line-height: calc(var(--_size) * 1.25);
    white-space: nowrap;
    cursor: pointer;
  }
  @media (any-hover: hover) {
    button:hover {
      background: var(--_hover);
      color: var(--_text);
    }
  }
  .quiet {
    padding: 0 14px;
  }
  .quiet:last-child {
    margin-inline-end: -14px;
  }
  .next {
    margin-inline-start: var(--_space);
    padding: 0 22px;
    font-weight: 600;
  }
  .next,
  .next:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .close {
    display: grid;
    place-items: center;
    border-radius: 50%;
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 9px;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  @keyframes slide {
    from {
      transform: translateY(100%);
    }
  }

  @container (max-width: 419px) {
    .card {
      padding-inline: 16px;
    }
    .close {
      inset-inline-end: 1px;
    }
    .long {
      grid-template-columns: repeat(var(--_half, 6), minmax(0, 1fr));
      grid-auto-flow: row;
      gap: clamp(4px, calc(5cqi - 12px), 6px);
      border: 0;
    }
    .long .point::before {
      content: none;
    }
    .long .face {
      border: 1px solid var(--_line);
      border-radius: var(--_inner);
    }
    .long .point input:checked + .face {
      margin: -2px;
      border-color: var(--_accent);
      border-radius: calc(var(--_inner) + 2px);
    }
  }
  @media (any-pointer: coarse) {
    @container (max-width: 535px) {
      .long {
        grid-template-columns: repeat(var(--_half, 6), minmax(0, 1fr));
        grid-auto-flow: row;
        gap: clamp(4px, calc(5cqi - 12px), 6px);
        border: 0;
      }
      .long .point::before {
        content: none;
      }
      .long .face {
        border: 1px solid var(--_line);
        border-radius: var(--_inner);
      }
      .long .point input:checked + .face {
        margin: -2px;
        border-color: var(--_accent);
        border-radius: calc(var(--_inner) + 2px);
      }
    }
  }
  @container (max-width: 319px) {
    .long {
      --_half: 4;
    }
  }
  @media (any-pointer: coarse) and (min-width: 600px) {
    .ff[popover] {
      width: 536px;
    }
  }
  @media (max-width: 599px) {
    .ff.ff[popover] {
      inset: auto 0 0;
      width: 100%;
      max-width: none;
    }
    .ff[popover]:popover-open {
      animation: slide 280ms var(--_ease);
    }
    [popover] .card {
      max-height: calc(100dvh - 24px);
      padding: calc(var(--_space) * 5) calc(var(--_space) * 4)
        max(calc(var(--_space) * 4), env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: calc(var(--_radius) * 1.25) calc(var(--_radius) * 1.25) 0 0;
      box-shadow:
        0 -1px 2px rgb(16 22 38 / 0.05),
        0 -12px 36px -6px rgb(16 22 38 / 0.18);
    }
    [popover] .close {
      inset-block-start: 10px;
      inset-inline-end: 1px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ff,
    .ff * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .point input:checked + .face {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
    .next,
    .quiet {
      border: 1px solid ButtonText;
    }
    .quiet:last-child {
      margin-inline-end: 0;
    }
  }
`;
