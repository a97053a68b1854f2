import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The architecture in one table: layer → what it may import, beside itself and base.
const LAYERS = {
  base: [],
  time: [],
  model: ['time'],
  layout: ['time', 'model'],
  state: ['time', 'model', 'layout'],
  views: ['time', 'model', 'layout', 'state'],
  app: ['time', 'model', 'state', 'views', 'styles'],
  site: ['time', 'model', 'layout', 'state', 'views', 'app', 'styles'],
  cli: ['time', 'model', 'site'],
};

const layerRules = Object.entries(LAYERS).map(([layer, below]) => ({
  files: [`src/${layer}/**/*.{ts,svelte}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^#(?!(${[layer, 'base', ...below].join('|')})/)`,
            message: `${layer} may import: ${below.join(', ') || 'base'}`,
          },
          { regex: String.raw`^\.\./`, message: 'leave the folder by #layer/file.ts' },
          ...(layer === 'views'
            ? []
            : [{ regex: '^d3-(selection|zoom|transition|axis|drag|brush)$', message: 'only views/zoomable' }]),
          ...(layer === 'site' || layer === 'cli'
            ? []
            : [{ regex: '^(node:|yaml$|zod$)', message: 'only site and cli know Node and YAML' }]),
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'no-undef': 'off', // the type check knows better
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.0.type='Literal'][arguments.0.raw=/^['\"`]/]",
          message: 'parse dates with #time/edtf.ts, never new Date(string)',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='parse']",
          message: 'parse dates with #time/edtf.ts',
        },
        { selector: "Literal[value='unload']", message: 'unload handlers block the back-forward cache' },
        {
          selector: "SvelteAttribute[key.name='style'] > SvelteLiteral",
          message: 'the content security policy refuses literal style attributes: use style:x={…}',
        },
        {
          selector: "CallExpression[callee.property.name='attr'][arguments.0.value='style']",
          message: 'the content security policy refuses style attributes: use .style()',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-restricted-html-elements': 'off',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
    },
  },
  ...layerRules,
  { files: ['src/model/schema.ts'], rules: { 'no-restricted-imports': 'off' } }, // zod lives here: build and commands only
);
