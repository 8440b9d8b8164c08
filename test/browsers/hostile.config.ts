import { defineConfig, mergeConfig } from 'vitest/config';
import chromium from '../widget/hostile/vitest.config.ts';

/** The suite of hostile pages as it runs in Chromium, in a stock Firefox. */
export default mergeConfig(chromium, defineConfig({ test: { env: { HOSTILE_BROWSER: 'Firefox' } } }));
