/** The least that R2 takes as a part, and all parts but the last must be of one size. */
const PART_BYTES = 5 * 1024 * 1024;

/**
 * Stores text of any length while holding one part of it. The object appears when it is complete, or not at all; should
 * the Worker end without a word, R2 drops the parts after seven days.
 */
export async function uploadInParts(
  bucket: R2Bucket,
  key: string,
  text: AsyncIterable<string>,
  options: R2MultipartOptions,
): Promise<void> {
  const upload = await bucket.createMultipartUpload(key, options);
  try {
    const parts: R2UploadedPart[] = [];
    for await (const part of inParts(text)) parts.push(await upload.uploadPart(parts.length + 1, part));
    await upload.complete(parts);
  } catch (error) {
    // What went wrong first says more than what goes wrong now.
    await upload.abort().catch(() => undefined);
    throw error;
  }
}

/** Every part is the same memory, filled anew once the one before it has been stored. */
async function* inParts(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const part = new Uint8Array(PART_BYTES);
  let used = 0;
  for await (const chunk of text) {
    let bytes = encoder.encode(chunk);
    while (used + bytes.length >= PART_BYTES) {
      const room = PART_BYTES - used;
      part.set(bytes.subarray(0, room), used);
      yield part;
      bytes = bytes.subarray(room);
      used = 0;
    }
    part.set(bytes, used);
    used += bytes.length;
  }
  if (used > 0) yield part.subarray(0, used);
}
