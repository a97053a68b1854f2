// @gravity-ui/timeline comes as modules without file endings, and needs lodash without saying so: bundled as its users do.
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  root: here('.'),
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: here('../.cache/bench/built'),
    emptyOutDir: true,
    lib: {
      entry: here('node_modules/@gravity-ui/timeline/build/index.js'),
      formats: ['es'],
      fileName: () => 'gravity.js',
    },
  },
};
