/** Parts of a text with marks and values: `<b>{{name}}</b> asks for <del>{{before}}</del> <ins>{{after}}</ins>`. */
export const MARKS = ['b', 'del', 'ins', 'small'] as const;
export type Mark = (typeof MARKS)[number];
export type RichPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly parts: readonly RichPart[] };

const TOKEN = /\{\{(\w+)\}\}|<(\/?)(b|del|ins|small)>/g;

/**
 * Takes a text of ours apart before anything is put into it: what operators wrote (a name with `<b>` in it) is a value, and stays the text it
 * is. A mark that is never closed ends with the text; one that was never opened is passed over.
 */
export function richParts(template: string): readonly RichPart[] {
  type Open = { readonly mark: Mark | null; readonly parts: RichPart[] };
  const stack: Open[] = [{ mark: null, parts: [] }];
  const top = (): Open => stack.at(-1) as Open;
  const close = (): void => {
    const { mark, parts } = stack.pop() as Open;
    if (mark !== null) top().parts.push({ kind: 'mark', mark, parts });
  };
  let from = 0;
  for (const match of template.matchAll(TOKEN)) {
    const [token, name, slash, mark] = match;
    if (match.index > from) top().parts.push({ kind: 'text', text: template.slice(from, match.index) });
    from = match.index + token.length;
    if (name !== undefined) top().parts.push({ kind: 'value', name });
    else if (slash === '') stack.push({ mark: mark as Mark, parts: [] });
    else if (top().mark === mark) close();
  }
  if (from < template.length) top().parts.push({ kind: 'text', text: template.slice(from) });
  while (stack.length > 1) close();
  return top().parts;
}
