import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { root } from './bundle.mjs';
import { fenceRule } from './fence-rule.mjs';
import { globalNamesRule, unsaidInWindow } from './global-names-rule.mjs';

const archiveOnlyInArchiveTs = {
  selector: 'MemberExpression[object.name=/^(window|globalThis)$/][property.name=/^(archive|shell)$/]',
  message: 'only renderer/archive.ts touches what the preload script exposes',
};
const noStyleAttribute = {
  selector: "SvelteAttribute[key.name='style']",
  message: 'the content security policy forbids style="…": write style:property={value} or a class',
};

const engineGlobals = [
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'the engine is given its clock: no Date.now()',
  ],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'the engine is given its clock: no new Date()'],
  [
    "MemberExpression[object.name='process'][property.name='cwd']",
    'the engine is given its paths: no process.cwd()',
  ],
].map(([selector, message]) => ({ selector, message }));

const unwordedSaying = [
  'Property[key.name=/^(message|reason|warning)$/] > :matches(Literal[value=/ /], TemplateLiteral)',
  'NewExpression[callee.name=/^(SaidError|FileError|NoArticle|PageError|BoundsError)$/] > :matches(Literal[value=/ /], TemplateLiteral)',
].map((selector) => ({
  selector,
  message: 'what people read is a sentence of electron/words: sentence(name, values)',
}));

const userTextInQueries = [
  [
    "TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child",
    'text of a query never names a property, which every object has some of: use a Map',
  ],
  [
    "BinaryExpression[operator='in'][left.type!='Literal']",
    'text of a query never names a property: use Map.has',
  ],
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  {
    ignores: ['dist/', 'release/', '.cache/', 'test-results/', 'playwright-report/', 'test/fixtures/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { names: { rules: { globals: globalNamesRule } } },
    rules: {
      'names/globals': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Saved pages hold control characters and every script's combining marks: patterns must name them.
      'no-control-regex': 'off',
      'no-misleading-character-class': ['error', { allowEscape: true }],
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['**/*.{ts,svelte}'],
    extends: [ts.configs.strict, ts.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, minimumDescriptionLength: 0 },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      // A method may be async because its interface is.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    },
  },
  {
    files: ['renderer/**/*.svelte', 'renderer/**/*.svelte.ts'],
    extends: [svelte.configs.recommended],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // What the engine answers is kept raw, in plain maps that are replaced as a whole.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,svelte}'],
    plugins: { microfiche: { rules: { fence: fenceRule } } },
    rules: { 'microfiche/fence': 'error', 'max-lines': ['error', 300] },
  },
  {
    files: ['electron/{contract,rpc,engine}/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...engineGlobals, ...unwordedSaying] },
  },
  {
    files: ['electron/engine/query/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...engineGlobals, ...unwordedSaying, ...userTextInQueries] },
  },
  {
    files: ['renderer/**/*.{ts,svelte}'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', archiveOnlyInArchiveTs, noStyleAttribute] },
  },
  {
    files: ['{renderer,electron/preload,test/renderer}/**/*.{ts,svelte}'],
    rules: {
      'names/globals': ['error', { window: true }],
      'no-restricted-globals': ['error', ...unsaidInWindow],
    },
  },
  { files: ['renderer/archive.ts'], rules: { 'no-restricted-syntax': ['error', noStyleAttribute] } },
  // Playwright reads the names of fixtures out of the first parameter, which must be a pattern even when empty.
  {
    files: ['test/support/electron-test.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  { files: ['**/*.svelte'], rules: { 'prefer-const': 'off', 'no-undef': 'off' } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  // Their tools ask for a default export.
  {
    files: ['.config/*.config.{ts,js}', 'test/e2e/global-*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
