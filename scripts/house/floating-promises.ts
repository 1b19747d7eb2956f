import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './check.ts';

/**
 * Statements whose value is a promise that nobody awaits, returns, catches or marks with `void`: its failure would be
 * lost, or end the process. Biome does not see these; TypeScript knows the types.
 */
export function findFloatingPromises(root: string, files: readonly string[]): Finding[] {
  const own = files.filter(
    (file) => file.endsWith('.ts') && !/\.(gen|d)\.ts$/.test(file) && existsSync(join(root, file)),
  );
  const program = ts.createProgram(
    own.map((file) => join(root, file)),
    OPTIONS,
  );
  const checker = program.getTypeChecker();
  return own.flatMap((file) => {
    const source = program.getSourceFile(join(root, file));
    return source === undefined ? [] : floatingIn(source, checker, file);
  });
}

/** One program for all packages: types are only asked where a statement is an expression, so it takes seconds. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

function floatingIn(source: ts.SourceFile, checker: ts.TypeChecker, file: string): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isExpressionStatement(node) && floats(node.expression, checker)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({
        file,
        line: line + 1,
        rule: 'no floating promise',
        why: 'await it, return it, or say `void` and why',
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function floats(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isVoidExpression(expression) || ts.isAwaitExpression(expression)) return false;
  if (ts.isBinaryExpression(expression) && isAssignment(expression.operatorToken.kind)) return false;
  const start = /^(describe|it|expect)\b/.exec(expression.getText())?.[1];
  // vitest's own, thousands of them: what they return is known without asking for types.
  if (start !== undefined) return start === 'expect' && /\.(rejects|resolves)\b/.test(expression.getText());
  if (!isPromise(checker.getTypeAtLocation(expression), checker)) return false;
  return !isHandled(expression);
}

const isAssignment = (kind: ts.SyntaxKind) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** `.catch(…)` and `.then(…, …)` answer for the failure. */
function isHandled(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const method = expression.expression.name.text;
  if (method === 'catch') return expression.arguments.length > 0;
  if (method === 'then') return expression.arguments.length > 1;
  return method === 'finally' && isHandled(expression.expression.expression);
}

function isPromise(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((part) => isPromise(part, checker));
  const name = type.getSymbol()?.name;
  return name === 'Promise' || name === 'PromiseLike';
}
