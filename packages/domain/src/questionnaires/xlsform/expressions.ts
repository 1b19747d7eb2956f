/** The part of XPath that conditions of forms are written in, as a tree; anything else is null. */
export type Expression =
  | { readonly kind: 'question'; readonly name: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'literal'; readonly value: string; readonly number: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** The same comparison with its sides exchanged: `3 < .` says what `. > 3` says. */
export const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

type Token =
  | { readonly kind: 'question' | 'name' | 'string' | 'number' | 'operator'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

const TOKEN =
  /\s*(?:\$\{\s*([^}\s]+)\s*\}|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(<=|>=|!=|=|<|>|\(|\)|,|\.(?![\d.])|-)|([A-Za-z_][\w:.-]*))/uy;
const LONGEST = 5000;
const DEEPEST = 60;

/** Reads a condition, or gives null when it is more than comparisons joined by `and`, `or`, `not(…)`. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokenize(text);
  if (tokens === null) return null;
  const parser = new Parser(tokens);
  const tree = parser.either(0);
  return tree !== null && parser.atEnd() ? tree : null;
}

function tokenize(text: string): Token[] | null {
  if (text.length > LONGEST) return null;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, question, single, double, curly, curlyDouble, number, operator, name] = match;
    const string = single ?? double ?? curly ?? curlyDouble;
    if (question !== undefined) tokens.push({ kind: 'question', text: question });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
    else tokens.push({ kind: 'name', text: name ?? '' });
  }
  return tokens;
}

class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  atEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  either(depth: number): Expression | null {
    return this.joined('or', depth, (deeper) => this.both(deeper));
  }

  private both(depth: number): Expression | null {
    return this.joined('and', depth, (deeper) => this.comparison(deeper));
  }

  private joined(kind: 'and' | 'or', depth: number, part: (depth: number) => Expression | null): Expression | null {
    if (depth > DEEPEST) return null;
    let left = part(depth + 1);
    while (left !== null && this.peek().kind === 'name' && this.peek().text.toLowerCase() === kind) {
      this.at += 1;
      const right = part(depth + 1);
      left = right === null ? null : { kind, left, right };
    }
    return left;
  }

  private comparison(depth: number): Expression | null {
    const left = this.operand(depth + 1);
    const token = this.peek();
    if (left === null || token.kind !== 'operator' || !/^[<>!]?=$|^[<>]$/u.test(token.text)) return left;
    this.at += 1;
    const right = this.operand(depth + 1);
    return right === null ? null : { kind: 'compare', operator: token.text as Comparison, left, right };
  }

  private operand(depth: number): Expression | null {
    const token = this.peek();
    this.at += 1;
    switch (token.kind) {
      case 'question':
        return { kind: 'question', name: token.text };
      case 'string':
        return { kind: 'literal', value: token.text, number: false };
      case 'number':
        return { kind: 'literal', value: token.text, number: true };
      case 'name':
        return this.take('(') ? this.call(token.text.toLowerCase(), depth) : null;
      case 'operator':
        return this.punctuation(token.text, depth);
      case 'end':
        return null;
    }
  }

  private punctuation(text: string, depth: number): Expression | null {
    if (text === '.') return { kind: 'self' };
    if (text === '-' && this.peek().kind === 'number') {
      const value = `-${this.peek().text}`;
      this.at += 1;
      return { kind: 'literal', value, number: true };
    }
    if (text !== '(') return null;
    const inner = this.either(depth + 1);
    return inner !== null && this.take(')') ? inner : null;
  }

  private call(name: string, depth: number): Expression | null {
    const args: Expression[] = [];
    if (this.take(')')) return { kind: 'call', name, args };
    do {
      const arg = this.either(depth + 1);
      if (arg === null) return null;
      args.push(arg);
    } while (this.take(','));
    return this.take(')') ? { kind: 'call', name, args } : null;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private take(operator: string): boolean {
    const token = this.peek();
    if (token.kind !== 'operator' || token.text !== operator) return false;
    this.at += 1;
    return true;
  }
}
