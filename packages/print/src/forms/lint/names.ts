import { paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { error, type LintFinding } from './finding.ts';

/** Names that machines cannot carry, or that two items share; answers are kept by name. */
export function nameFindings(model: QuestionnaireModel): readonly LintFinding[] {
  const seen = new Set<string>();
  const findings = model.items.flatMap((item, index) => {
    const children = item.type === 'begin_group' || item.type === 'begin_repeat' ? item.items : [];
    // A repetition's children are named after it, so only the group's children share the form's names.
    const prefix = item.type === 'begin_repeat' ? `${item.name}_*_` : '';
    const named = [
      { name: item.name, bare: item.name, path: `items.${index}.name` },
      ...children.map((child, at) => ({
        name: prefix + child.name,
        bare: child.name,
        path: `items.${index}.items.${at}.name`,
      })),
    ];
    return named.flatMap(({ name, bare, path }) => {
      const bad = !/^[a-z][a-z0-9_]*$/.test(bare);
      const twice = seen.has(name);
      seen.add(name);
      return bad ? [error(path, NAME_FORM)] : twice ? [error(path, twiceNamed(bare))] : [];
    });
  });
  return findings.length > 0 ? findings : answerFindings(model);
}

/** `petition_1_content` and `field_other` are made by the form; no other item may be called so. */
function answerFindings(model: QuestionnaireModel): readonly LintFinding[] {
  const paths = pathsByName(model);
  const seen = new Set<string>();
  return paperQuestions(model).flatMap((question) => {
    const twice = seen.has(question.name);
    seen.add(question.name);
    if (!twice) return [];
    const path = paths.get(question.item.name) ?? paths.get(question.group?.name ?? '') ?? 'items';
    return [error(`${path}.name`, twiceNamed(question.name))];
  });
}

/** Where the items stand in the model. */
export function pathsByName(model: QuestionnaireModel): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [index, item] of model.items.entries()) {
    const children = item.type === 'begin_group' || item.type === 'begin_repeat' ? item.items : [];
    for (const [at, child] of children.entries()) {
      if (!paths.has(child.name)) paths.set(child.name, `items.${index}.items.${at}`);
    }
  }
  for (const [index, item] of model.items.entries()) paths.set(item.name, `items.${index}`);
  return paths;
}

function twiceNamed(name: string) {
  return {
    vi: `Hai mục có cùng một tên “${name}”. Hãy đổi tên một mục.`,
    en: `Two items have the same name “${name}”. Rename one.`,
  };
}

const NAME_FORM = {
  vi: 'Tên câu chỉ gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.',
  en: 'A name is lower case letters, digits and underscores, a letter first.',
};
