import { type Node, type SourceFile, walk } from './source-files.ts';

/** Names whose mere use makes a rule depend on when and where it runs. */
const GLOBALS = new Set([
  'process',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'performance',
  'crypto',
  'globalThis',
  'window',
  'document',
  'navigator',
  'localStorage',
  'require',
]);
const MEMBERS = new Set(['Date.now', 'Math.random']);
/** They answer in the time zone or the language of the machine. */
const LOCAL_TIME =
  /^(getDate|getDay|getFullYear|getHours|getMilliseconds|getMinutes|getMonth|getSeconds|getTimezoneOffset|getYear|setDate|setFullYear|setHours|setMinutes|setMonth|setSeconds|toLocale(Date|Time)?String|toDateString|toTimeString)$/;

/** What in a file is not a function of its arguments alone. */
export function impurities({ program }: SourceFile): string[] {
  const found: string[] = [];
  for (const [node, parent] of walk(program)) {
    const name = impurity(node, parent);
    if (name !== null) found.push(name);
  }
  return found;
}

function impurity(node: Node, parent: Node | null): string | null {
  if (node.type === 'Identifier')
    return GLOBALS.has(node.name as string) && !isLabel(node, parent) ? (node.name as string) : null;
  if (node.type === 'NewExpression') {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: unknown[] };
    return callee.name === 'Date' && given.length === 0 ? 'new Date()' : null;
  }
  if (node.type === 'CallExpression' && (node.callee as Node).name === 'Date') return 'Date()';
  if (node.type !== 'MemberExpression') return null;
  const property = (node.property as Node).name as string | undefined;
  const member = `${(node.object as Node).name}.${property}`;
  if (MEMBERS.has(member)) return member;
  return property !== undefined && LOCAL_TIME.test(property) ? `.${property}` : null;
}

/** A property's or member's name, not a use of the global of that name. */
function isLabel(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  const keyed =
    parent.type === 'Property' || parent.type === 'PropertyDefinition' || parent.type === 'MethodDefinition';
  return keyed && parent.key === node && parent.computed !== true && parent.shorthand !== true;
}

/** Whether a file reads the environment. */
export const readsEnvironment = ({ program }: SourceFile): boolean =>
  [...walk(program)].some(
    ([node]) =>
      node.type === 'MemberExpression' &&
      (node.object as Node).name === 'process' &&
      (node.property as Node).name === 'env',
  );
