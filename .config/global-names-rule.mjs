import globals from 'globals';

const ofEveryObject = new Set(Object.getOwnPropertyNames(Object.prototype));
const isClass = (name) => /^[A-Z]/.test(name);

const ofLanguage = Object.keys(globals.builtin).filter((name) => !ofEveryObject.has(name));
const ofWindow = Object.keys(globals.browser);
const everywhere = new Set([
  ...ofLanguage,
  ...Object.keys(globals['shared-node-browser']),
  ...ofWindow.filter(isClass),
]);
const types = new Set([...ofLanguage, ...ofWindow]);

/** What code of the window calls by its bare name, and calls nothing else so. */
const calledInWindow = [
  'cancelAnimationFrame',
  'devicePixelRatio',
  'document',
  'getComputedStyle',
  'getSelection',
  'matchMedia',
  'requestAnimationFrame',
  'window',
];

/** All else that the window holds, of which a bare name is more likely a variable that somebody forgot: `name`, `event`, `find`. */
export const unsaidInWindow = ofWindow.filter(
  (name) => !everywhere.has(name) && !calledInWindow.includes(name),
);

/**
 * ESLint rule: nothing is called as something else that is there without being imported, so that a forgotten import is an
 * error. What Node has as a module and as a global is the same thing. With `window`, code of the window.
 */
export const globalNamesRule = {
  meta: {
    type: 'problem',
    docs: { description: 'nothing has the name of a global' },
    schema: [{ type: 'object', properties: { window: { type: 'boolean' } }, additionalProperties: false }],
    messages: { taken: '{{name}} is a global of JavaScript or of the window: say which one this is' },
  },
  create(context) {
    const values = context.options[0]?.window ? new Set([...everywhere, ...calledInWindow]) : everywhere;
    const { scopeManager } = context.sourceCode;

    function check({ name, identifiers, defs }) {
      const [def] = defs;
      if (def === undefined || !(isType(def) ? types : values).has(name) || isGlobalItself(def)) return;
      context.report({ node: identifiers[0], messageId: 'taken', data: { name } });
    }
    return {
      'Program:exit'() {
        // A class stands in the scope around it and in its own.
        const found = new Map(
          scopeManager.scopes
            .flatMap(({ variables }) => variables)
            .map((variable) => [variable.identifiers[0], variable]),
        );
        for (const variable of found.values()) check(variable);
      },
    };
  },
};

function isType({ type }) {
  return type === 'ClassName' || type === 'Type' || type === 'TSEnumName';
}

/** An import of what Node has anyway, or a declaration inside `declare global`. */
function isGlobalItself({ type, parent, node }) {
  if (type === 'ImportBinding') return parent.source.value.startsWith('node:');
  for (let around = node; around; around = around.parent) {
    if (around.type === 'TSModuleDeclaration') return true;
  }
  return false;
}
