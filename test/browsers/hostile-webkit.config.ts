import { defineConfig, mergeConfig } from 'vitest/config';
import chromium from '../widget/hostile/vitest.config.ts';

/** Of the suite of hostile pages, what WebKitGTK is held to: styles, forms and keys, and canaries. */
export default mergeConfig(
  chromium,
  defineConfig({ test: { env: { HOSTILE_BROWSER: 'WebKitGTK' }, testNamePattern: /B2[234]:/ } }),
);
