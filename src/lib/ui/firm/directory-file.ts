// The text of a directory that somebody picked, in the two encodings that spreadsheets write.

/** A file far beyond anything that can be read is not even loaded. */
export const FILE_MAX_BYTES = 20_000_000;

/** The text, in which U+FFFD stands for whatever is not text; null for a file too large to be looked at. */
export async function textOfFile(file: File): Promise<string | null> {
  if (file.size > FILE_MAX_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Excel writes its “Unicode text” as UTF-16 with a byte order mark.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
