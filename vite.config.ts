import { defineConfig, mergeConfig, type Plugin, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicy } from './report/build/content-security-policy.ts';
import { packedPage } from './report/build/packed-page.ts';
import { workerSource } from './report/build/worker-source.ts';
import { packageEntry } from './widget/build/package-entry.ts';
import { compiledTemplates } from './widget/build/compiled-templates.ts';
import { compileHints } from './widget/build/compile-hints.ts';
import { importsAgain } from './widget/build/imports-again.ts';
import { integrity } from './widget/build/integrity.ts';
import { slimLit } from './widget/build/slim-lit.ts';
import { ownCopies } from './widget/build/own-copies.ts';
import { releaseHash } from './widget/build/release-hash.ts';
import { mappingJsonSchema } from './shared/mapping/mapping-json-schema.ts';

const base: UserConfig = { build: { target: 'es2022', emptyOutDir: true } };

/** Prompt, battery, outbox and languages: chunks with hashed names, each loaded when it is needed. */
const widget: UserConfig = {
  // Lit's development build is another one, whatever NODE_ENV says.
  resolve: { conditions: ['module', 'browser', 'production'] },
  plugins: [ownCopies(), tightTemplates(), compiledTemplates(), slimLit(), compileHints(), importsAgain()],
  build: {
    outDir: 'dist/widget/chunks',
    lib: {
      entry: {
        prompt: 'widget/prompt/main.ts',
        outbox: 'widget/outbox/main.ts',
        aside: 'widget/aside/main.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      // What the prompt and the battery share stays in the prompt's file, so it is one request less.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: `[name]-${releaseHash()}.js`,
        chunkFileNames: '[name]-[hash:6].js',
      },
    },
  },
};

/** The script that a page carries: classic, alone in its file, and it knows its chunks by their hashed names. */
const loader: UserConfig = {
  plugins: [compileHints(), integrity()],
  define: { __RELEASE__: JSON.stringify(releaseHash()) },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: false,
    lib: {
      entry: 'widget/loader.ts',
      formats: ['iife'],
      name: 'fourfoldLoader',
      fileName: () => 'fourfold.js',
    },
    rolldownOptions: { output: { minify: true } },
  },
};

/** What a site's service worker may import: the half of the outbox that sends, in one classic file. */
const sync: UserConfig = {
  build: {
    outDir: 'dist/widget',
    emptyOutDir: false,
    lib: {
      entry: 'widget/outbox/sync.ts',
      formats: ['iife'],
      name: 'fourfoldSync',
      fileName: () => 'fourfold-sync.js',
    },
    rolldownOptions: { output: { minify: true } },
  },
};

/** The loader once more, as the module that `import 'fourfold'` gives to a bundler. */
const element: UserConfig = {
  plugins: [packageEntry(releaseHash())],
  build: {
    outDir: 'dist/widget',
    emptyOutDir: false,
    lib: { entry: 'widget/package/element.ts', formats: ['es'], fileName: () => 'element.js' },
    rolldownOptions: { output: { minify: true } },
  },
};

/** The report: one file that opens from a disk, without any request. */
const report: UserConfig = {
  root: 'report',
  base: './',
  plugins: [
    workerSource(),
    viteSingleFile({ removeViteModuleLoader: true }),
    packedPage(),
    contentSecurityPolicy(),
  ],
  build: { outDir: '../dist/report' },
};

/** The collector: a file for Node and its parts, loaded as they are needed; what it needs of npm stays outside. */
const collector: UserConfig = {
  ssr: { noExternal: ['valibot'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    ssr: 'demo/collector/main.ts',
    rolldownOptions: {
      output: { entryFileNames: 'collector.js', chunkFileNames: 'collector/[name].js' },
    },
  },
};

/** What puts the sample answers into the demonstration's collector. */
const demo: UserConfig = {
  ...collector,
  build: {
    ...collector.build,
    ssr: 'demo/sample/main.ts',
    rolldownOptions: { output: { entryFileNames: 'sample.js' } },
  },
};

/** The command line: one file for Node; it finds the report's page and the collector beside it. */
const cli: UserConfig = {
  plugins: [mappingForm()],
  ssr: { noExternal: true },
  build: {
    ...collector.build,
    ssr: 'report/cli.ts',
    rolldownOptions: { output: { entryFileNames: 'cli.js' } },
  },
};

const modes: Record<string, UserConfig> = { widget, loader, sync, element, report, collector, cli, demo };

export default defineConfig(({ mode }) => mergeConfig(base, modes[mode] ?? {}));

/** Minifiers leave template texts as they are written: takes the comments and the white space out of styles and markup. */
function tightTemplates(): Plugin {
  return {
    name: 'fourfold-tight-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/widget/prompt/')) return null;
      const tight = id.endsWith('.styles.ts')
        ? code.replace(/css`[^`]*`/g, (css) =>
            css
              .replace(/\/\*.*?\*\//gs, '')
              .replace(/\s+/g, ' ')
              .replace(/ ?([{};,>]) ?/g, '$1')
              .replace(/: /g, ':')
              .replace(/;}/g, '}')
              .replace(/\b0\./g, '.'),
          )
        : code
            .replace(/([>}])\n\s*(?=[<$])/g, '$1')
            .replace(/\n\s+(?=[@.?]?[\w-]+=["$])/g, ' ')
            .replace(/\n\s+(?=\/?>)/g, '');
      return { code: tight, map: null };
    },
    // Marks for another bundler, which nobody runs on a page.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/(\W)\/\* @__PURE__ \*\/ /g, '$1');
      }
    },
  };
}

/** The published form of mapping files, for editors. */
function mappingForm(): Plugin {
  return {
    name: 'fourfold-mapping-form',
    generateBundle() {
      const source = `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'fourfold-map.schema.json', source });
    },
  };
}
