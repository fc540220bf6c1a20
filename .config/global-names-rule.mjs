import globals from 'globals';

const taken = new Set([...Object.keys(globals.browser), ...Object.keys(globals.builtin)]);

/** ESLint rule: no class or type is called as something that is there everywhere, so that a missing import is an error. */
export const globalNamesRule = {
  meta: {
    type: 'problem',
    docs: { description: 'no class or type has the name of a global' },
    schema: [],
    messages: { taken: '{{name}} is a global of JavaScript or of the window: say which one this is' },
  },
  create(context) {
    function check(id) {
      if (id?.type !== 'Identifier' || !taken.has(id.name)) return;
      const ancestors = context.sourceCode.getAncestors(id);
      // What is declared there is the global itself.
      if (ancestors.some(({ type }) => type === 'TSModuleDeclaration')) return;
      context.report({ node: id, messageId: 'taken', data: { name: id.name } });
    }
    return {
      ClassDeclaration: (node) => check(node.id),
      ClassExpression: (node) => check(node.id),
      TSTypeAliasDeclaration: (node) => check(node.id),
      TSInterfaceDeclaration: (node) => check(node.id),
      TSEnumDeclaration: (node) => check(node.id),
    };
  },
};
