/** 'Tổ nhân dân tự quản số 4' → 'Tổ 4': what a table has room for and what people say. Other names stay whole. */
export function shortGroupName(name: string): string {
  return name.replace(/^Tổ (?:nhân dân tự quản|NDTQ|TNDTQ)(?: số)?\s+/iu, 'Tổ ');
}

/** Group names repeat from hamlet to hamlet, so both: 'Tổ 4 · Ấp Phú Mẫu'. */
export function groupInHamlet(group: { readonly name: string; readonly hamletName: string }): string {
  return `${shortGroupName(group.name)} · ${group.hamletName}`;
}
