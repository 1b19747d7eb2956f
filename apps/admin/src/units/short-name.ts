/** 'Tổ nhân dân tự quản số 4' → 'Tổ 4': what a table has room for and what people say. Other names stay whole. */
export function shortGroupName(name: string): string {
  return name.replace(/^Tổ (?:nhân dân tự quản|NDTQ|TNDTQ)(?: số)?\s+/iu, 'Tổ ');
}

/** Group names repeat from hamlet to hamlet, so both: 'Tổ 4 · Ấp Phú Mẫu'. */
export function groupInHamlet(group: { readonly name: string; readonly hamletName: string }): string {
  return `${shortGroupName(group.name)} · ${group.hamletName}`;
}

/** The same of a row whose group may be out of one's sight: then it has no name. */
export function groupOf(row: { readonly groupName: string | null; readonly hamletName: string | null }): string {
  if (row.groupName === null) return '';
  return row.hamletName === null
    ? shortGroupName(row.groupName)
    : groupInHamlet({ name: row.groupName, hamletName: row.hamletName });
}
