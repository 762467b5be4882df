// Packing and unpacking bytes with what the platform has. What was packed by others may unpack to any size, so it is
// counted as it comes out, and let go of as soon as it is too much.

export type Packing = 'gzip' | 'deflate-raw';

export type Unpacked =
  | { readonly isUnpacked: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly isUnpacked: false; readonly fault: 'too-large' | 'damaged' | 'not-here' };

/** Unpacks to at most `max` bytes. Never holds more than that and one piece of what comes out. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>, packing: Packing, max: number): Promise<Unpacked> {
  const stream = streamOf(() => new DecompressionStream(packing));
  if (stream === null) return { isUnpacked: false, fault: 'not-here' };
  const reader = through(bytes, stream).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > max) {
        reader.cancel().catch(() => undefined);
        return { isUnpacked: false, fault: 'too-large' };
      }
      pieces.push(read.value);
    }
  } catch {
    return { isUnpacked: false, fault: 'damaged' };
  }
  return { isUnpacked: true, bytes: joined(pieces, length) };
}

/** The bytes packed, or null where this browser cannot. */
export async function packed(bytes: Uint8Array<ArrayBuffer>, packing: Packing): Promise<Uint8Array | null> {
  const stream = streamOf(() => new CompressionStream(packing));
  return stream === null ? null : new Uint8Array(await new Response(through(bytes, stream)).arrayBuffer());
}

/** A browser that does not know the packing says so by throwing; an older one has no such streams at all. */
function streamOf<Stream>(make: () => Stream): Stream | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(stream);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
