import type { Item, Label, Question, Relevant, RepeatItem } from '../model.ts';
import { MOST_CHILDREN } from './limits.ts';
import { quoted, type Report } from './report.ts';
import type { Branch, Leaf, Node } from './tree.ts';

/** What flattening needs to know. */
interface Form {
  readonly sheet: string;
  readonly report: Report;
  /** A free name near this one. */
  readonly another: (name: string) => string;
  /** The form is this program's own: its structure is that of paper already. */
  readonly own: boolean;
}

/**
 * Lays the nested groups of a form out in the two levels that paper has: headings with their questions, and questions.
 * Whatever changes by that is told.
 */
export function flattenTree(nodes: readonly Node[], form: Form): Item[] {
  return nodes.flatMap((node) => itemsOf(node, form));
}

function itemsOf(node: Node, form: Form): Item[] {
  if (node.kind === 'leaf') return [node.item];
  return node.kind === 'repeat' ? repeatItems(node, undefined, form) : groupItems(node, undefined, form);
}

function groupItems(group: Branch, outer: Relevant | undefined, form: Form): Item[] {
  if (form.own) return [ownGroup(group)];
  const matrix = matrixOf(group, form);
  if (matrix !== undefined) return [withGroup(group, matrix.label, [...matrix.items], outer, form, 'table-list')];
  const { label, name } = group;
  const relevant = nested(group, outer, form);
  const items: Item[] = [];
  let pending: Question[] = [];
  let part = 0;
  const close = () => {
    if (pending.length === 0) return;
    if (label === undefined) items.push(...pending.map((item) => asked(item, relevant, group, form)));
    else {
      const words = part === 0 ? label : continued(label);
      const own = part === 0 ? name : form.another(name);
      items.push({
        ...{ type: 'begin_group' as const, name: own, label: words },
        ...(relevant === undefined ? {} : { relevant }),
        ...(group.sensitive === true ? { sensitive: true } : {}),
        items: pending,
      });
      part += 1;
    }
    pending = [];
  };
  for (const child of group.children) {
    if (child.kind === 'leaf' && child.item.type !== 'note') {
      if (pending.length === MOST_CHILDREN) close();
      pending.push(child.item);
      continue;
    }
    close();
    // A heading whose first entry is another heading: its words are printed before that one.
    if (part === 0 && label !== undefined) {
      items.push({ type: 'note', name, label });
      part += 1;
    }
    if (child.kind === 'leaf') items.push(child.item);
    else {
      tellNested(child, group, form);
      items.push(...(child.kind === 'repeat' ? repeatItems : groupItems)(child, relevant, form));
    }
  }
  close();
  return items;
}

/** A group as this program wrote it. */
function ownGroup(group: Branch): Item {
  const { name, label = { vi: '' }, relevant, sensitive, own, children } = group;
  const items = children.flatMap((child) => (child.kind === 'leaf' && child.item.type !== 'note' ? [child.item] : []));
  return {
    ...{ type: 'begin_group' as const, name, label },
    ...(own === 'table-list' || own === 'row' ? { appearance: own } : {}),
    ...(relevant === undefined ? {} : { relevant }),
    ...(sensitive === undefined ? {} : { sensitive }),
    items,
  };
}

function withGroup(
  group: Branch,
  label: Label,
  questions: Question[],
  outer: Relevant | undefined,
  form: Form,
  appearance: 'table-list',
): Item {
  const relevant = nested(group, outer, form);
  return {
    ...{ type: 'begin_group' as const, name: group.name, label, appearance },
    ...(relevant === undefined ? {} : { relevant }),
    items: questions,
  };
}

const MATRIX_LABEL: Label = { vi: 'Mỗi dòng đánh dấu một ô', en: 'Mark one box in each row' };

/** The rows of a matrix, when the group is one: `table-list`, or `label` above `list-nolabel`. */
function matrixOf(group: Branch, form: Form): { label: Label; items: readonly Question[] } | undefined {
  const wanted = group.appearance.includes('table-list');
  const leaves = group.children.filter((child): child is Leaf => child.kind === 'leaf');
  const [first, ...rest] = leaves;
  const headed = first?.appearance.includes('label') === true && rest.length > 0;
  const bare = rest.every(({ appearance }) => appearance.includes('list-nolabel') || appearance.includes('list'));
  if (!wanted && !(headed && bare)) return undefined;
  const rows = !wanted && headed ? rest : leaves;
  const items = rows.flatMap(({ item }) => (item.type === 'select_one' ? [item] : []));
  const same = new Set(items.map(({ choices }) => JSON.stringify(choices))).size === 1;
  const specify = items[0]?.choices.some((choice) => choice.specify === true) === true;
  const place = { sheet: form.sheet, row: group.row };
  if (
    leaves.length < group.children.length ||
    items.length < rows.length ||
    items.length > MOST_CHILDREN ||
    !same ||
    specify
  ) {
    if (!wanted) return undefined;
    form.report.warning(
      place,
      'table-list',
      'Nhóm này không thành bảng được: mỗi dòng phải là câu chọn một ô, cùng một danh sách. Các câu được in lần lượt.',
      'This group cannot be a matrix: every row must be a single choice over one list. Its questions are printed one by one.',
    );
    return undefined;
  }
  if (!wanted) {
    form.report.info(
      place,
      'list-nolabel',
      'Các câu “label” và “list-nolabel” được in thành một bảng.',
      'The questions “label” and “list-nolabel” are printed as one matrix.',
    );
  }
  const heading = !wanted && first?.item.type === 'select_one' ? first.item.label : MATRIX_LABEL;
  return { label: group.label ?? heading, items };
}

function repeatItems(repeat: Branch, outer: Relevant | undefined, form: Form): Item[] {
  const { name, label = { vi: form.own ? '' : name }, count = 1, rows, role, own } = repeat;
  const relevant = form.own ? undefined : nested(repeat, outer, form);
  const questions = questionsIn(repeat, form).map((item) => asked(item, relevant, repeat, form));
  if (questions.length > MOST_CHILDREN) tellTooMany(repeat, questions.length, form);
  const items = questions.slice(0, MOST_CHILDREN);
  if (items.length === 0) return [];
  const built: RepeatItem = {
    ...{ type: 'begin_repeat' as const, name, label, count },
    ...(own === 'table' || rows !== undefined
      ? own === undefined && form.own
        ? {}
        : { appearance: 'table' as const }
      : {}),
    ...(rows === undefined ? {} : { rows }),
    items,
    ...(role === undefined ? {} : { role }),
  };
  return [built];
}

/** All questions below a repeat, whatever groups they stand in; notes and inner repeats are told. */
function questionsIn(branch: Branch, form: Form): Question[] {
  return branch.children.flatMap((child) => {
    if (child.kind === 'leaf') {
      if (child.item.type !== 'note') return [child.item];
      form.report.warning(
        { sheet: form.sheet, row: child.row },
        'note',
        'Lời nhắn trong mục lặp lại không in được; hãy đặt nó trước mục đó.',
        'A note inside a repeat cannot be printed; put it before the repeat.',
      );
      return [];
    }
    tellNested(child, branch, form);
    const inner = questionsIn(child, form);
    return child.relevant === undefined ? inner : inner.map((item) => asked(item, child.relevant, child, form));
  });
}

/** The condition of a group inside another: paper keeps one of them. */
function nested(branch: Branch, outer: Relevant | undefined, form: Form): Relevant | undefined {
  if (branch.relevant === undefined || outer === undefined) return branch.relevant ?? outer;
  form.report.warning(
    { sheet: form.sheet, row: branch.row },
    'relevant',
    `Nhóm này có điều kiện riêng và nằm trong nhóm có điều kiện “${outer.question}”; trên giấy chỉ giữ điều kiện riêng.`,
    `This group has its own condition inside a group that hangs on “${outer.question}”; paper keeps its own only.`,
  );
  return branch.relevant;
}

function asked(item: Question, relevant: Relevant | undefined, branch: Branch, form: Form): Question {
  if (relevant === undefined) return item;
  if (item.relevant === undefined) return { ...item, relevant };
  form.report.warning(
    { sheet: form.sheet, row: branch.row },
    'relevant',
    `Câu “${item.name}” có điều kiện riêng; điều kiện của nhóm (“${relevant.question}”) không in được cho câu đó.`,
    `“${item.name}” has its own condition; that of the group (“${relevant.question}”) cannot be printed for it.`,
  );
  return item;
}

function tellNested(child: Branch, outer: Branch, form: Form): void {
  if (form.own) return;
  const [what, en] = child.kind === 'repeat' ? ['Mục lặp', 'repeat'] : ['Nhóm', 'group'];
  const inRepeat = outer.kind === 'repeat';
  form.report.add(
    inRepeat && child.kind === 'repeat' ? 'warning' : 'info',
    { sheet: form.sheet, row: child.row },
    child.kind === 'repeat' ? 'begin_repeat' : 'begin_group',
    inRepeat
      ? `${what} “${quoted(child.name)}” nằm trong mục lặp: các câu của nó được hỏi một lần ở mỗi lần lặp, không có tiêu đề riêng.`
      : `${what} “${quoted(child.name)}” nằm trong nhóm khác: trên giấy nó thành một tiêu đề riêng.`,
    inRepeat
      ? `The ${en} “${quoted(child.name)}” stands in a repeat: its questions are asked once in each repetition, without a heading.`
      : `The ${en} “${quoted(child.name)}” stands in another group: on paper it is a heading of its own.`,
  );
}

function tellTooMany(repeat: Branch, count: number, form: Form): void {
  form.report.error(
    { sheet: form.sheet, row: repeat.row },
    'begin_repeat',
    `Mục lặp có ${count} câu; chỉ ${MOST_CHILDREN} câu đầu được giữ. Hãy tách ra.`,
    `The repeat has ${count} questions; only the first ${MOST_CHILDREN} are kept. Split it.`,
  );
}

const continued = (label: Label): Label => ({
  vi: `${label.vi} (tiếp)`,
  ...(label.en === undefined ? {} : { en: `${label.en} (continued)` }),
});
