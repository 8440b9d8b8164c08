import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const POLICY_BEFORE = '<meta charset';

/**
 * Writes the page's policy into it, once everything is inline: its own scripts and styles by their hashes, a worker
 * from its own memory with WebAssembly, which reaches nothing but its own numbers, and no connection at all. A server
 * may put data into `#fourfold-data`, which is no script.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'fourfold-content-security-policy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue;
          const page = String(asset.source);
          asset.source = page.replace(POLICY_BEFORE, `${policyMeta(page)}\n    ${POLICY_BEFORE}`);
        }
      },
    },
  };
}

function policyMeta(page: string): string {
  const scripts = contents(page, /<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = contents(page, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')} blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${styles.length > 0 ? styles.map(hash).join(' ') : "'none'"}`,
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html fourfold-worker',
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />`;
}

function contents(page: string, element: RegExp): string[] {
  return [...page.matchAll(element)].map(([, content]) => content);
}

function hash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
