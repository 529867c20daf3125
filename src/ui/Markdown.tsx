/**
 * Markdown that a person wrote, as elements. Nothing in it is trusted: HTML stays the text it is, pictures become links,
 * and links lead to the web or nowhere. Until the parser has come, and where it fails, the text stands as it was typed.
 */
import type { Nodes, Root } from 'mdast';
import { createEffect, createSignal, on, onMount, Show, type JSX } from 'solid-js';
import './markdown.css';

/** Deeper than anyone quotes; what lies deeper is shown as text. */
const MAX_DEPTH = 24;
/** Text with none of these is the same with Markdown and without. */
const MARKED = /[*_`#>[\]!\\|~&<-]|^\s*(?:\d+[.)]|[+])\s|\n\s*[=]/m;

type Parse = (text: string) => Root;

export const Markdown = (props: { readonly text: string }): JSX.Element => {
  const [parse, setParse] = createSignal<Parse>();
  const [tree, setTree] = createSignal<Root>();
  const isMarked = () => MARKED.test(props.text);
  onMount(() => {
    if (!isMarked()) return;
    import('./markdown-parser.ts').then(
      (parser) => setParse(() => parser.parse),
      // Offline and never cached: the text as it was typed will do.
      () => undefined,
    );
  });
  createEffect(
    on([parse, () => props.text], ([parsed, text]) => {
      setTree(parsed && isMarked() ? attempt(parsed, text) : undefined);
    }),
  );
  return (
    <div class="markdown">
      <Show when={tree()} keyed fallback={<p class="as-typed">{props.text}</p>}>
        {(root) => drawAll(root.children, targetsIn(root), 0)}
      </Show>
    </div>
  );
};

const attempt = (parse: Parse, text: string): Root | undefined => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

type Targets = ReadonlyMap<string, string>;

/** Addresses that are given apart from their links. */
const targetsIn = (root: Root): Targets =>
  new Map(
    root.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  );

/** Plain functions: a tree is drawn once, and a new text makes a new one. */
const drawAll = (nodes: readonly Nodes[], targets: Targets, depth: number): JSX.Element =>
  nodes.map((node) => draw(node, targets, depth));

const draw = (node: Nodes, targets: Targets, depth: number): JSX.Element => {
  const inner = (): JSX.Element =>
    'children' in node ? drawAll(node.children, targets, depth + 1) : undefined;
  if (depth > MAX_DEPTH) return '…';
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inner()}</ol> : <ul>{inner()}</ul>;
    case 'link':
      return <Away href={node.url}>{inner()}</Away>;
    case 'linkReference':
      return <Away href={targets.get(node.identifier) ?? ''}>{inner()}</Away>;
    case 'image':
      return <Away href={node.url}>{node.alt === '' ? node.url : node.alt}</Away>;
    case 'imageReference':
      return <Away href={targets.get(node.identifier) ?? ''}>{node.alt}</Away>;
    case 'paragraph':
      return <p>{inner()}</p>;
    // A note has no headings of its own in the outline of the page.
    case 'heading':
      return <p class="as-heading">{inner()}</p>;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'listItem':
      return <li>{inner()}</li>;
    case 'emphasis':
      return <em>{inner()}</em>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'delete':
      return <del>{inner()}</del>;
    default:
      return inner();
  }
};

/** A link to the web or a mail address, or just its words. */
const Away = (props: { readonly href: string; readonly children: JSX.Element }): JSX.Element => (
  <Show when={isSafe(props.href)} fallback={props.children}>
    <a href={props.href} target="_blank" rel="noopener noreferrer">
      {props.children}
    </a>
  </Show>
);

const isSafe = (href: string): boolean => {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
};
