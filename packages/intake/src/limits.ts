/** Limits in front of every parser, so that one hostile file costs bounded memory and time. All can be lowered. */
export interface IntakeLimits {
  /** Bytes of one plain file after unpacking. */
  unpackedBytes: number;
  /** Unpacked bytes per packed byte, looked at once `ratioFromBytes` are out. Text packs 3 to 50 times; a bomb 1,000. */
  unpackedRatio: number;
  ratioFromBytes: number;
  /** Files inside one zip: a chat workspace has one for each channel and day, an archive of mails one for each mail. */
  zipMembers: number;
  /** Bytes of one cell or one message text. */
  cellBytes: number;
  /** Bytes of one CSV row. */
  rowBytes: number;
  /** Bytes of one conversation in JSON or JSONL, of the texts of one mail, or of one transcript. */
  itemBytes: number;
  columns: number;
  /** Characters of an id. Ids are keys in an index, which takes no more than about 2,700 bytes. */
  idLength: number;
  /** Characters of a name, a tag, a status. */
  nameLength: number;
  jsonDepth: number;
}

export const defaultLimits: IntakeLimits = {
  unpackedBytes: 4 * 2 ** 30,
  unpackedRatio: 200,
  ratioFromBytes: 64 * 2 ** 20,
  zipMembers: 100_000,
  cellBytes: 2 ** 20,
  rowBytes: 4 * 2 ** 20,
  itemBytes: 32 * 2 ** 20,
  columns: 500,
  idLength: 500,
  nameLength: 1000,
  jsonDepth: 64,
};
