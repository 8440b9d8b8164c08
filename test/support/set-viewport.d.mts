import type { Page, Viewport } from 'puppeteer-core';

export function setViewport(
  page: Page,
  size: Viewport,
  set?: (size: Viewport) => Promise<void>,
): Promise<void>;
