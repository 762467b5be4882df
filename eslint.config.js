// Rules for the source. The direction of imports is kept here and, once more and from the outside, by a test.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import process from 'node:process';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * @param {readonly string[]} folders folders of `src/lib` that must not be imported
 * @param {string} why
 */
const apart = (folders, why) => ({
  group: folders.flatMap((folder) => [`**/${folder}/**`, `**/${folder}`, `$lib/${folder}/**`]),
  message: why,
});

const PACKAGES = 'Only adapters import a storage, hash, passkey or QR library.';
const libraries = {
  group: ['dexie', '@noble/hashes', '@noble/hashes/*', '@simplewebauthn/*', 'qrcode'],
  message: PACKAGES,
};

/**
 * @param {string[]} files
 * @param {readonly string[]} folders
 * @param {string} why
 * @returns {import('eslint').Linter.Config}
 */
const layer = (files, folders, why) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [apart(folders, why), ...(files[0]?.includes('adapters') ? [] : [libraries])] },
    ],
  },
});

/**
 * Rules that ask for types make up the types of everything anew for each component: four fifths of the time they take. The
 * suite leaves that to `npm run lint` and to the long campaign; svelte-check looks at every component's types in both.
 * @type {import('eslint').Linter.Config}
 */
const withoutTypes = {
  files: ['**/*.svelte'],
  languageOptions: { parserOptions: { projectService: false, project: null } },
  rules: {
    ...ts.configs.disableTypeChecked.rules,
    'svelte/no-unused-props': 'off',
    'svelte/require-store-reactive-access': 'off',
  },
};

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'bench/*/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      // Components are handed the addresses that their route has resolved; routes themselves are still checked.
      'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
      'max-lines-per-function': 'off',
      // The linter cannot infer the types of snippets' and bindings' parameters; svelte-check does, and checks them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  layer(
    ['src/lib/domain/**'],
    ['products', 'scenarios', 'adapters', 'app', 'ui', 'embed', 'routes'],
    'domain imports nothing outside itself.',
  ),
  layer(['src/lib/products/**'], ['scenarios', 'adapters', 'app', 'ui', 'embed'], 'products import domain types only.'),
  layer(['src/lib/scenarios/**'], ['adapters', 'app', 'ui', 'embed'], 'scenarios import domain and products only.'),
  layer(['src/lib/ports.ts'], ['products', 'scenarios', 'adapters', 'app', 'ui', 'embed'], 'ports import domain only.'),
  layer(
    ['src/lib/adapters/**'],
    ['products', 'scenarios', 'app', 'ui', 'embed'],
    'adapters import domain and ports only.',
  ),
  layer(['src/lib/app/**'], ['ui', 'embed'], 'app never imports the interface.'),
  layer(['src/lib/ui/**'], ['adapters'], 'The interface reaches the outside world through app.'),
  {
    files: ['src/lib/app/**'],
    ignores: ['src/lib/app/wire-*.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            apart(['ui', 'embed'], 'app never imports the interface.'),
            apart(['adapters'], 'Adapters are wired to ports in wire-*.ts only.'),
            libraries,
          ],
        },
      ],
    },
  },
  {
    files: ['src/lib/domain/**', 'src/lib/products/**', 'src/lib/scenarios/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'crypto',
          'setTimeout',
          'setInterval',
          'queueMicrotask',
          'performance',
          'window',
          'document',
          'fetch',
          'localStorage',
          'indexedDB',
        ].map((name) => ({ name, message: 'Time, chance and the outside world are passed in.' })),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is passed in.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'The core never awaits.' },
        { selector: ':function[async=true]', message: 'The core never awaits.' },
      ],
    },
  },
  {
    files: ['src/lib/**'],
    ignores: ['src/lib/adapters/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'crypto', property: 'subtle', message: 'Only adapters touch crypto.subtle.' },
        { object: 'Math', property: 'random', message: 'Chance is passed in.' },
      ],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'tests/**', '**/*.test.ts', '*.config.*'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Tests change files into what no type describes. Playwright wants the first parameter of a hook taken apart.
    files: ['tests/**', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    ...ts.configs.disableTypeChecked,
  },
  ...(process.env['LAB_LINT'] === 'quick' ? [withoutTypes] : []),
);
