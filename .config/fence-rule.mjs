import { posix, relative, sep } from 'node:path';
import { root } from './bundle.mjs';
import { objection } from './fences.mjs';

/** ESLint rule: imports keep to the table of fences.mjs. */
export const fenceRule = {
  meta: {
    type: 'problem',
    docs: { description: 'imports keep to the table of folders' },
    schema: [],
    messages: { fence: '{{why}}' },
  },
  create(context) {
    const path = relative(root, context.filename).split(sep).join('/');
    function check(source) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const specifier = source.value.replace(/\?.*$/, '');
      const isPath = specifier.startsWith('.');
      const target = isPath ? posix.join(posix.dirname(path), specifier) : undefined;
      const why = objection(path, specifier, target);
      if (why !== undefined) context.report({ node: source, messageId: 'fence', data: { why } });
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
      'CallExpression[callee.callee.name="createRequire"]': (node) => check(node.arguments[0]),
      'CallExpression[callee.property.name="getBuiltinModule"]': (node) => check(node.arguments[0]),
    };
  },
};
