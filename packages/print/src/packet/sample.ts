import type { PacketView } from '@gandan/domain/meetings';
import type { StoredForm } from '../sheets/index.ts';
import { MemorySink, StampWriter } from '../stamp/index.ts';
import { packetDesigns } from './designs.ts';
import { packetPages } from './packet-pages.ts';

/** A specimen number: no check characters, so that nobody can key or scan it as a sheet. */
const SPECIMEN = 'MẪU';

const VIEW: PacketView = {
  office: {
    superiorName: 'Ủy ban nhân dân tỉnh',
    issuerName: 'Ủy ban nhân dân xã',
    placeName: 'Xã',
  },
  hamletName: 'Ấp Mẫu',
  group: { code: 'MAU-01', name: 'Tổ nhân dân tự quản số 1', headName: null, deputyName: null },
  meeting: { heldOn: '2026-01-01', place: null },
  cadreNames: ['Trần Thị Ví Dụ'],
  sheets: [{ number: SPECIMEN, householdCode: 'MẪU', headName: 'Nguyễn Văn Mẫu', address: 'Số nhà, đường, ấp' }],
};

/** One sheet with made-up texts and no QR code, for the preview of a questionnaire; never to be handed out. */
export async function writeSample(form: StoredForm): Promise<Uint8Array> {
  const papers = { layout: form.layout, designs: packetDesigns() };
  const sides = form.layout.pages.length;
  const pages = [...packetPages(VIEW, papers, null)].filter((page) => page.template !== null && page.template < sides);
  const sink = new MemorySink();
  const facts = { title: `Phiếu mẫu ${form.layout.layoutId}`, createdAt: new Date(Date.UTC(2026, 0, 1)) };
  const writer = await StampWriter.open(sink, facts, [form.templatePdf]);
  for (const { template, lines } of pages) writer.page({ template, lines });
  writer.finish();
  return sink.bytes();
}
