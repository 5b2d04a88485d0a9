import { createHash } from 'node:crypto';
import { areaOf, type JsonObject, openApi, refusalCodes } from './open-api.ts';

export type DocsPage = {
  readonly html: string;
  /** Nothing runs and nothing is loaded; this one style sheet is known by its hash. */
  readonly policy: string;
};

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid #8886}
h3{font:600 1rem/1.4 ui-monospace,monospace;margin:1.5rem 0 .25rem}
p{margin:.25rem 0}
pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:.5rem;font-size:.8125rem}
summary{cursor:pointer}
td,th{text-align:left;padding:.125rem 1rem .125rem 0}
.needs{opacity:.75}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  readonly responses: JsonObject;
};

/** The API for readers: one page without scripts, from the same document that programs read. */
export function docsPage(): DocsPage {
  const api = openApi() as { info: { title: string; description: string }; paths: Paths; components: Components };
  const areas = Map.groupBy(operationsOf(api.paths), ({ operation }) => areaOf(operation.operationId));
  const body = [
    `<h1>${escaped(api.info.title)}</h1>`,
    ...api.info.description.split('\n\n').map((text) => `<p>${coded(text)}</p>`),
    '<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). Paths are below <code>/operator/api</code>.</p>',
    ...[...areas].map(([area, all]) => `<h2>${escaped(area)}</h2>${all.map(section).join('')}`),
    `<h2>Shapes</h2>${Object.entries(api.components.schemas).map(shape).join('')}`,
    `<h2>Refusals</h2><table><tr><th>Code</th><th>Status</th></tr>${refusalCodes().map(row).join('')}</table>`,
  ].join('\n');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(api.info.title)}</title><style>${STYLE}</style><body>${body}</body></html>`;
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
type Components = { readonly schemas: Readonly<Record<string, JsonObject>> };
type Placed = { readonly method: string; readonly path: string; readonly operation: Operation };

const operationsOf = (paths: Paths): Placed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

const coded = (text: string): string => escaped(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');

function section({ method, path, operation }: Placed): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const detail = JSON.stringify(
    {
      ...(parameters.length === 0 ? {} : { parameters }),
      ...(requestBody === undefined ? {} : { requestBody }),
      responses,
    },
    null,
    2,
  );
  return `<h3 id="${escaped(operationId)}">${method.toUpperCase()} ${escaped(path)}</h3><p>${escaped(summary)}</p>
<p class="needs">${escaped(description)}</p><details><summary>Request and answer</summary><pre tabindex="0">${linked(detail)}</pre></details>`;
}

const shape = ([name, schema]: readonly [string, JsonObject]): string =>
  `<details id="shape-${escaped(name)}"><summary>${escaped(name)}</summary><pre tabindex="0">${linked(JSON.stringify(schema, null, 2))}</pre></details>`;

/** References lead to the shape on this page. */
const linked = (text: string): string =>
  escaped(text).replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#shape-$1">$1</a>');

const row = ([code, status]: readonly [string, number]): string =>
  `<tr><td><code>${escaped(code)}</code></td><td>${status}</td></tr>`;
