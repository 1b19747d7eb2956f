import { formatDate } from '@gandan/domain/calendar';
import type { PacketSheet, PacketView } from '@gandan/domain/meetings';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { editionOf, officialName } from '../sheets/index.ts';

/**
 * The texts of a packet's pages by slot name (the part of a slot's id before its dot). Several wordings: the first that
 * fits is printed, so that a long official name becomes shorter before it becomes a refusal.
 */
export type SlotTexts = Readonly<Record<string, string | readonly string[]>>;

const DOTS = '.'.repeat(60);

/** What is the same on every paper of a packet. */
export function packetTexts(packet: PacketView): SlotTexts {
  const { office, group, hamletName, meeting, sheets, cadreNames } = packet;
  const heldOn = formatDate(meeting.heldOn);
  const cadre = cadreNames.join(', ');
  return {
    superior: officialName(office.superiorName),
    issuer: officialName(office.issuerName),
    hamlet: officialName(hamletName),
    group: officialName(group.name),
    subject: [`${group.name}, ${hamletName}`, group.name],
    place: meeting.place ?? '',
    heldOn,
    cadre,
    groupHead: group.headName ?? '',
    groupDeputy: group.deputyName ?? '',
    count: String(sheets.length),
    firstNumber: sheets[0]?.number ?? '',
    lastNumber: sheets.at(-1)?.number ?? '',
    minutesTop: officialName(hamletName),
    minutesMain: officialName(group.name),
    minutesSubject: `Họp ${group.name}, ngày ${heldOn}`,
    placeOrDots: meeting.place ?? DOTS,
    groupHeadOrDots: group.headName ?? DOTS.slice(0, 30),
    cadreOrDots: cadre === '' ? DOTS : cadre,
  };
}

/** What differs from sheet to sheet. */
export function sheetTexts(sheet: PacketSheet, packet: PacketView, layout: LayoutMap): SlotTexts {
  return {
    headName: sheet.headName,
    address: sheet.address,
    householdCode: sheet.householdCode,
    number: sheet.number,
    // On the back, under the household's name: where it belongs and when it was asked.
    place: [
      `${packet.group.name}, ${packet.hamletName}. Ngày họp: ${formatDate(packet.meeting.heldOn)}`,
      `${packet.group.name}, ${packet.hamletName}`,
      packet.group.name,
    ],
    edition: editionOf(layout),
  };
}
